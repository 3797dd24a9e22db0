"""Measures what processes cost in Python, and prints it as JSON: starting one, calling one, the memory of one.

processes.py REPEATS SIZE...
"""
import json
import multiprocessing
import os
import platform
import sys
import threading
import time


def tell(connection):
    connection.send(os.getpid())


def size_of(payload):
    return len(payload)


def private_bytes(_=None):
    """Memory that only this process uses; None where the system does not tell."""
    try:
        with open("/proc/self/smaps_rollup") as rollup:
            return 1024 * sum(int(line.split()[1]) for line in rollup if line.startswith("Private_"))
    except OSError:
        return None


def seconds(work, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def start_thread():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()


def start_process(method):
    """From the start of a process to its first message."""
    context = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    start = time.perf_counter()
    process = context.Process(target=tell, args=(theirs,))
    process.start()
    ours.recv()
    taken = time.perf_counter() - start
    process.join()
    return taken


def main(repeats, sizes):
    methods = [m for m in ("fork", "spawn", "forkserver") if m in multiprocessing.get_all_start_methods()]
    starts = {"thread": seconds(start_thread, repeats)}
    for method in methods:
        start_process(method)                                   # a fork server starts with the first process
        starts[method] = [start_process(method) for _ in range(repeats)]

    with multiprocessing.get_context("spawn").Pool(1) as pool:
        calls, memory = {}, pool.apply(private_bytes)
        for size in sizes:
            payload = bytes(size)
            call = lambda: pool.apply(size_of, (payload,))      # pickled, sent, unpickled; the size comes back
            assert call() == size
            calls[size] = seconds(call, repeats)
    print(json.dumps({"version": platform.python_version(), "starts": starts, "calls": calls, "workerBytes": memory}))


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(size) for size in sys.argv[2:]])
