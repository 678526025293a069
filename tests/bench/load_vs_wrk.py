#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the load generator with wrk -t1 on the reference server, in alternating rounds.

Prints per round and as medians: x = requests per second ÷ wrk's, g = CPU per request ÷ wrk's.
Exits with 1 when the median of x is below --at-least.

    load_vs_wrk.py path/to/weighbridge [--rounds 5] [--seconds 2] [--connections 1000]
                   [--shared-core] [--url http://127.0.0.1:PORT/PATH] [--at-least 1.4]
"""
import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile

TICKS = os.sysconf("SC_CLK_TCK")


def run(command, cpus):
    """Runs a command; returns its output and the CPU seconds it used."""
    with tempfile.TemporaryFile("w+") as output:
        child = subprocess.Popen(command, stdout=output, preexec_fn=pin(cpus))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if child.returncode not in (0, 3):
        sys.exit(f"{command[0]} ended with {child.returncode}: {text}")
    return text, usage.ru_utime + usage.ru_stime


def pin(cpus):
    return (lambda: os.sched_setaffinity(0, cpus)) if cpus else None


def busy_seconds():
    with open("/proc/stat") as stat:
        fields = [int(field) for field in stat.readline().split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS


def process_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def measure_own(options, url, cpus):
    text, cpu = run([options.binary, "load", url, "-c", str(options.connections), "-d",
                     str(options.seconds), "-t", "1", "--json"], cpus)
    result = json.loads(text)
    return result["requests_per_second"], result["generator_cpu_us_per_request"], cpu


def measure_wrk(options, url, cpus):
    text, cpu = run(["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}", url], cpus)
    requests = int(re.search(r"(\d+) requests in", text).group(1))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    return rate, cpu / requests * 1e6, cpu


def rounds(options, url, cpus, server):
    ratios = []
    for index in range(options.rounds):
        order = [("own", measure_own), ("wrk", measure_wrk)]
        figures = {}
        busy = busy_seconds()
        own_cpu = process_seconds(server.pid) if server else 0
        for name, measure in order if index % 2 == 0 else reversed(order):
            rate, per_request, cpu = measure(options, url, cpus)
            figures[name] = (rate, per_request)
            own_cpu -= cpu
        own_cpu = (process_seconds(server.pid) if server else 0) - own_cpu
        foreign = max(0.0, busy_seconds() - busy - own_cpu) / (2 * options.seconds * os.cpu_count())
        x = figures["own"][0] / figures["wrk"][0]
        g = figures["own"][1] / figures["wrk"][1]
        ratios.append((x, g))
        print(f"round {index + 1}: own {figures['own'][0]:9.0f}/s {figures['own'][1]:6.2f} us   "
              f"wrk {figures['wrk'][0]:9.0f}/s {figures['wrk'][1]:6.2f} us   "
              f"x {x:.2f}  g {g:.2f}  foreign CPU {foreign:.0%}", flush=True)
    return ratios


def main():
    parser = argparse.ArgumentParser(description="The load generator beside wrk -t1")
    parser.add_argument("binary", help="weighbridge, or bench_load from this folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--connections", type=int, default=1000)
    parser.add_argument("--shared-core", action="store_true",
                        help="server and generator on one processor")
    parser.add_argument("--url", help="a server that runs already instead of the reference server")
    parser.add_argument("--at-least", type=float, default=1.4)
    options = parser.parse_args()

    cpus = {min(os.sched_getaffinity(0))} if options.shared_core else None
    server = None
    try:
        url = options.url
        if not url:
            server = subprocess.Popen([options.binary, "reference-server", "--port", "0"],
                                      stdout=subprocess.PIPE, text=True, preexec_fn=pin(cpus))
            url = re.search(r"http://[\w.:]+", server.stdout.readline()).group(0) + "/json"
        ratios = rounds(options, url, cpus, server)
    finally:
        if server:
            server.send_signal(signal.SIGTERM)
            server.wait()
    x = statistics.median(ratio[0] for ratio in ratios)
    g = statistics.median(ratio[1] for ratio in ratios)
    print(f"median of {options.rounds} rounds, {options.connections} connections: "
          f"x {x:.2f}  g {g:.2f}")
    return 0 if x >= options.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
