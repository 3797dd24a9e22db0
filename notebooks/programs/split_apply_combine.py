"""The mean vapour pressure of each climate from a CSV file of weather readings, serially and on multiprocessing.Pool.

split_apply_combine.py FILE STATIONS WORKERS REPEATS: STATIONS is a CSV file with the climate of each station.
Prints the means and the times as JSON. Only the standard library is used.
"""
import csv
import json
import math
import multiprocessing
import os
import platform
import sys
import time


def split(path, parts):
    """Ranges of bytes that begin and end between rows. Right for this file only: it has no quotes."""
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        file.readline()
        cuts = [file.tell()]
        for part in range(1, parts):
            file.seek(max(cuts[-1], size * part // parts))
            file.readline()
            cuts.append(file.tell())
    return [(path, start, end) for start, end in zip(cuts, cuts[1:] + [size]) if end > start]


def apply(part, climate):
    """Sum and count of each climate: what is needed to find the mean in the end."""
    path, start, end = part
    partial = {}
    with open(path, "rb") as file:
        file.seek(start)
        for station, temperature in csv.reader(file.read(end - start).decode().splitlines()):
            celsius = float(temperature)
            state = partial.setdefault(climate[station], [0.0, 0])
            state[0] += 6.112 * math.exp(17.62 * celsius / (243.12 + celsius))
            state[1] += 1
    return partial


def combine(partials):
    total = {}
    for partial in partials:
        for key, (sum_, count) in partial.items():
            state = total.setdefault(key, [0.0, 0])
            state[0] += sum_
            state[1] += count
    return {key: sum_ / count for key, (sum_, count) in total.items()}


def main(path, stations, workers, repeats):
    with open(stations, encoding="utf-8") as file:
        climate = {row["station"]: row["climate"] for row in csv.DictReader(file)}
    parts = split(path, 4 * workers)
    seconds = {"serial": [], "processes": []}
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pool.starmap(apply, [(parts[0], climate)])   # the workers are there before the clock runs
        for _ in range(repeats):
            start = time.perf_counter()
            serial = combine(apply(part, climate) for part in parts)
            seconds["serial"].append(time.perf_counter() - start)
            start = time.perf_counter()
            parallel = combine(pool.starmap(apply, [(part, climate) for part in parts], chunksize=1))
            seconds["processes"].append(time.perf_counter() - start)
            assert parallel == serial
    print(json.dumps({"version": platform.python_version(), "means": serial, "seconds": seconds}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
