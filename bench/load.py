"""wrk against an HTTP server of ours, in a JVM of its own: what bench/application and bench/hooks share."""

import itertools
import os
import subprocess
import urllib.request

from machine import ROOT, Failure

SCRIPT = ROOT / "bench" / "src" / "main" / "lua" / "figures.lua"
SERVERS = {"tomcat": "Tomcat", "netty": "Netty"}
FULL = 16  # connections, each with the next request as soon as the last one is answered
HEAP_MB = 256  # of each JVM
JVM_MB = HEAP_MB + 130  # what one took
START_SECONDS = 120  # to the first answer, on a machine that does much else


def two_processors():
    """One for the server, one for wrk."""
    processors = sorted(os.sched_getaffinity(0))
    if len(processors) < 2:
        raise Failure("needs two processors: one for the server, one for wrk")
    return processors[0], processors[-1]


def loopback_addresses():
    """One after the other, for each load its own, so that ports do not run out."""
    return (f"127.0.{a}.{b}" for a, b in itertools.cycle(itertools.product(range(1, 255), range(1, 255))))


class Load:
    """wrk, with a processor of its own."""

    def __init__(self, processor, host):
        self.processor = processor
        self.host = host
        self.port = host.ask("port")[0]
        self.requests = 0
        self.failed = 0

    def first(self, address):
        """Waits for the first answer."""
        with urllib.request.urlopen(f"http://{address}:{self.port}/", timeout=START_SECONDS) as answer:
            answer.read()

    def run(self, how, connections, seconds, address, pause=0):
        """Requests a second, and median and 99th percentile of the latency in microseconds."""
        command = ["taskset", "-c", str(self.processor), "wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s"]
        header = ["-H", "Connection: close"] if how == "new" else []
        url = f"http://{address}:{self.port}/"
        done = subprocess.run(
            [*command, "-s", str(SCRIPT), *header, url],
            env={**os.environ, "PAUSE_MILLIS": str(pause)}, stdout=subprocess.PIPE, text=True, check=False,
        )
        line = next((line for line in done.stdout.splitlines() if line.startswith("FIGURES ")), "")
        if done.returncode != 0 or not line:
            raise Failure(f"wrk failed on {url}:\n{done.stdout}")
        requests, micros, failed, median, tail, _ = (int(word) for word in line.split()[1:])
        if requests == 0 or failed > requests / 1000:
            raise Failure(f"{failed} of {requests} requests to {url} failed")
        self.requests += requests
        self.failed += failed
        return requests / micros * 1e6, median, tail, requests
