"""Matrix products and tiny tasks on multiprocessing.Pool; prints the times as JSON.

pools.py WORKERS REPEATS SIZE PRODUCTS TASKS
"""
import os

# One thread for each process: a library that starts its own threads in every worker fights with itself for the cores.
for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[name] = "1"

import json
import multiprocessing
import platform
import sys
import time

try:
    import numpy
except ImportError:
    numpy = None


def matrix(size, seed):
    """Small whole numbers, so that every way to add them up gives the same."""
    return [[(7 * seed + row * column) % 10 for column in range(size)] for row in range(size)]


def product(size, seed):
    """The sum of all elements of a product of two matrices that are made here: what travels is two numbers."""
    a, b = matrix(size, seed), matrix(size, seed + 1)
    columns = list(zip(*b))
    return sum(sum(map(int.__mul__, row, column)) for row in a for column in columns)


def numpy_product(size, seed):
    """The same by numpy."""
    row, column = numpy.indices((size, size))
    a, b = ((7 * (seed + k) + row * column) % 10.0 for k in (0, 1))
    return int((a @ b).sum())


def square(number):
    return number * number


def seconds(work, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def main(workers, repeats, size, products, tasks):
    items = [(size, seed) for seed in range(products)]
    expected = [product(*item) for item in items]
    context = multiprocessing.get_context("spawn")
    times = {}

    start = time.perf_counter()
    with context.Pool(workers) as pool:
        pool.map(square, range(workers))
        times["start"] = [time.perf_counter() - start]          # to the first results
        assert pool.starmap(product, items, chunksize=1) == expected
        times["serial"] = seconds(lambda: [product(*item) for item in items], repeats)
        times["pool"] = seconds(lambda: pool.starmap(product, items, chunksize=1), repeats)
        times["tasks"] = seconds(lambda: pool.map(square, range(tasks)), repeats)
        times["apply"] = seconds(lambda: pool.apply(square, (3,)), repeats)
        if numpy:
            assert pool.starmap(numpy_product, items, chunksize=1) == expected
            times["numpy"] = seconds(lambda: [numpy_product(*item) for item in items], repeats)
            times["numpyPool"] = seconds(lambda: pool.starmap(numpy_product, items, chunksize=1), repeats)
    print(json.dumps({
        "version": platform.python_version(),
        "numpy": numpy.__version__ if numpy else None,
        "sums": expected,
        "seconds": times,
    }))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
