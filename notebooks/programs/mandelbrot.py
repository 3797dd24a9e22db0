"""Draws a small Mandelbrot picture alone, by threads and by processes, and prints the times as JSON.

mandelbrot.py WORKERS REPEATS
"""
import concurrent.futures
import json
import multiprocessing
import platform
import sys
import time

SIDE, MOST_STEPS = 96, 200
LEFT, TOP, STEP = -2.0, 1.6, 2.5 / SIDE


def steps_at(re, im):
    x = y = 0.0
    for steps in range(MOST_STEPS):
        xx, yy = x * x, y * y
        if xx + yy > 4:
            return steps
        x, y = xx - yy + re, 2 * x * y + im
    return MOST_STEPS


def draw_row(row):
    return [steps_at(LEFT + column * STEP, TOP - row * STEP) for column in range(SIDE)]


def draw_serial():
    return [draw_row(row) for row in range(SIDE)]


def draw_with(pool):
    return list(pool.map(draw_row, range(SIDE), chunksize=4))


def main(workers, repeats):
    picture = draw_serial()
    seconds = {"serial": [], "threads": [], "processes": []}
    # The pools are started before the clock: starting them is another question.
    with concurrent.futures.ThreadPoolExecutor(workers) as threads, \
            concurrent.futures.ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as processes:
        ways = {"serial": draw_serial, "threads": lambda: draw_with(threads), "processes": lambda: draw_with(processes)}
        for way in ways.values():
            assert way() == picture    # equal answers first; this also warms up
        for _ in range(repeats):       # in turns: a disturbance hits all alike
            for name, way in ways.items():
                start = time.perf_counter()
                way()
                seconds[name].append(time.perf_counter() - start)
    print(json.dumps({
        "version": platform.python_version(),
        "gilEnabled": getattr(sys, "_is_gil_enabled", lambda: True)(),
        "steps": sum(map(sum, picture)),
        "seconds": seconds,
    }))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
