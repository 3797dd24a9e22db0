"""Asks a local server many times, by threads and by asyncio, and prints the times as JSON.

waiting.py HOST PORT KEY REQUESTS IN_FLIGHT REPEATS
"""
import asyncio
import concurrent.futures
import http.client
import json
import platform
import sys
import threading
import time

KEY_HEADER = "X-LearningKit-Key"


class Threads:
    """A thread for each request in flight; while it waits it lets go of the GIL."""

    def __init__(self, host, port, key, in_flight):
        self.address, self.headers = (host, port), {KEY_HEADER: key}
        self.own = threading.local()    # each thread keeps a connection of its own
        self.pool = concurrent.futures.ThreadPoolExecutor(in_flight)

    def ask(self, number):
        if not hasattr(self.own, "connection"):
            self.own.connection = http.client.HTTPConnection(*self.address)
        self.own.connection.request("GET", f"/{number}", headers=self.headers)
        return int(self.own.connection.getresponse().read())

    def ask_all(self, requests):
        return sum(self.pool.map(self.ask, range(requests)))


class Asyncio:
    """One thread for all: a loop that goes on with whatever has its answer."""

    def __init__(self, host, port, key, in_flight):
        self.host, self.port, self.key, self.in_flight = host, port, key, in_flight
        self.loop = asyncio.new_event_loop()
        self.connections = []

    async def ask(self, reader, writer, number):
        writer.write(f"GET /{number} HTTP/1.1\r\nHost: {self.host}\r\n{KEY_HEADER}: {self.key}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return int(await reader.readexactly(int(length.split(b":")[1])))

    async def ask_in_turn(self, connection, numbers):
        return sum([await self.ask(*connection, number) for number in numbers])    # numbers are shared by all

    async def ask_all_async(self, requests):
        while len(self.connections) < self.in_flight:
            self.connections.append(await asyncio.open_connection(self.host, self.port))
        numbers = iter(range(requests))
        return sum(await asyncio.gather(*(self.ask_in_turn(connection, numbers) for connection in self.connections)))

    def ask_all(self, requests):
        return self.loop.run_until_complete(self.ask_all_async(requests))


def main(host, port, key, requests, in_flight, repeats):
    ways = {"asyncio": Asyncio(host, port, key, in_flight), "threads": Threads(host, port, key, in_flight)}
    sums = {name: way.ask_all(requests) for name, way in ways.items()}    # the answers first; this also connects
    seconds = {name: [] for name in ways}
    for _ in range(repeats):                                              # in turns: a disturbance hits all alike
        for name, way in ways.items():
            start = time.perf_counter()
            way.ask_all(requests)
            seconds[name].append(time.perf_counter() - start)
    print(json.dumps({
        "version": platform.python_version(),
        "sums": sums,
        "threads": threading.active_count(),
        "seconds": seconds,
    }))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:]))
