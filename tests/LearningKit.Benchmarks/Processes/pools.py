"""What Python's pools take, figure by figure: the half of processes.py that is Python's. Prints samples as JSON: seconds, or bytes."""
import array
import concurrent.futures
import json
import multiprocessing
from multiprocessing import shared_memory
import os
import sys
import threading
import time

WORKERS, DOUBLES, NUMBERS = 2, 8_000_000, 60_000
METHODS = [method for method in ("fork", "forkserver", "spawn") if method in multiprocessing.get_all_start_methods()]


def answer():
    return 42


def add_one(number):
    return number + 1


def same(value):
    return value


def add_to_first(name):
    memory = shared_memory.SharedMemory(name)
    view = memory.buf.cast("d")
    view[1] += 1
    view.release()
    memory.close()


def primes(half):
    count = 0
    for number in range(3 + 2 * half, NUMBERS, 4):
        divisor = 3
        while divisor * divisor <= number and number % divisor:
            divisor += 2
        count += divisor * divisor > number
    return count


def primes_on(half, processor):
    os.sched_setaffinity(0, {processor})
    return primes(half)


def private_bytes(pid):
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        return sum(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Private_"))


def start():
    """From nothing to the first answer: the first pool of a process, and later ones."""
    samples = {}
    for method in METHODS:
        def fresh():
            begin = time.perf_counter()
            with multiprocessing.get_context(method).Pool(WORKERS) as pool:
                assert pool.apply(answer) == 42
                return time.perf_counter() - begin
        samples[f"{method}, first"] = [fresh()]
        samples[f"{method}, later"] = [fresh() for _ in range(5)]
    return samples


def call():
    with multiprocessing.Pool(WORKERS) as pool, concurrent.futures.ProcessPoolExecutor(WORKERS) as executor:
        ways = {"Pool.apply": lambda: pool.apply(add_one, (1.0,)), "executor.submit": lambda: executor.submit(add_one, 1.0).result()}
        return {name: times(way, 1000, warm=200) for name, way in ways.items()}


def map_tiny():
    samples = {}
    items = range(10_000)
    with multiprocessing.Pool(WORKERS) as pool, concurrent.futures.ProcessPoolExecutor(WORKERS) as executor:
        for chunk in (1, 10, 100, 1250):
            samples[f"Pool.map, {chunk}"] = times(lambda: pool.map(add_one, items, chunksize=chunk), 3, warm=1)
            samples[f"executor.map, {chunk}"] = times(lambda: list(executor.map(add_one, items, chunksize=chunk)), 3, warm=1)
    return samples


def arrays():
    numbers = array.array("d", range(DOUBLES))
    values = {"array.array": numbers, "bytes": numbers.tobytes()}
    try:
        import numpy
        values["numpy"] = numpy.arange(DOUBLES, dtype=float)
    except ImportError:
        pass
    memory = shared_memory.SharedMemory(create=True, size=8 * DOUBLES)
    try:
        memory.buf[:] = values["bytes"]
        with multiprocessing.Pool(WORKERS) as pool:
            samples = {f"Pool.apply, {name}": times(lambda: pool.apply(same, (value,)), 5, warm=1) for name, value in values.items()}
            samples["shared_memory"] = times(lambda: pool.apply(add_to_first, (memory.name,)), 200, warm=50)
    finally:
        memory.close()
        memory.unlink()
    return samples


def cpu():
    processors = sorted(os.sched_getaffinity(0))
    placed = [(half, processors[half % len(processors)]) for half in (0, 1)]
    with multiprocessing.Pool(WORKERS) as pool:
        ways = {"serial": lambda: [primes(half) for half in (0, 1)], "threads": in_threads, "workers": lambda: pool.starmap(primes_on, placed)}
        samples = {name: [] for name in ways}
        for way in ways.values():
            way()
        for _ in range(5):
            for name, way in ways.items():
                samples[name] += times(way, 1, warm=0)
        return samples


def in_threads():
    threads = [threading.Thread(target=primes, args=(half,)) for half in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def memory():
    samples = {}
    for method in METHODS:
        with multiprocessing.get_context(method).Pool(WORKERS) as pool:
            pool.map(add_one, range(100))
            time.sleep(1)
            samples[method] = [private_bytes(worker.pid) for worker in multiprocessing.active_children()]
    return samples


def times(work, count, warm):
    for _ in range(warm):
        work()
    seconds = []
    for _ in range(count):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return seconds


if __name__ == "__main__":
    print(json.dumps({"start": start, "call": call, "map": map_tiny, "array": arrays, "cpu": cpu, "memory": memory}[sys.argv[1]]()))
