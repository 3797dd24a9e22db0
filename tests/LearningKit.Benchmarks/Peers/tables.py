"""Reads each CSV file whose path comes on a line, with Python's csv module into two lists; answers the number of rows."""
import csv
import sys

for line in sys.stdin:
    with open(line.rstrip("\n"), encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        stations, temperatures = [], []
        for station, temperature in rows:
            stations.append(station)
            temperatures.append(float(temperature))
    print(len(temperatures), flush=True)
