#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A/A test of the benchmark: compares a target with a copy of itself under another id, many times.

Whatever such a comparison calls different is a false alarm. Prints for each quantity how many of the
comparisons did, how many the interval alone would have, and how far two copies differ. Exits with 1
when a quantity raised more than --most false alarms.

    aa_comparisons.py path/to/weighbridge [--target gin] [--comparisons 40] [--workloads json]
                      [--rounds 6] [--seconds 0.5] [--warm-up 0.5] [--connections 100] [--most 3]
                      [--keep FILE]
    aa_comparisons.py --read FILE [--most 3]

"Near end" is the end of the interval next to 1, where the interval leaves 1 out: what the rounds did
not see of the difference. The floors in core/results/noise_floor.cpp are made from it.
"""
import argparse
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TARGETS = pathlib.Path(__file__).resolve().parents[2] / "resources" / "targets"
MEASURED = (0, 3)  # exit codes of bench: all is well; some figures are doubtful


def copy_target(target, parent):
    """A folder below `parent` with the same server under another id; returns the id."""
    copy = f"{target}-copy"
    folder = pathlib.Path(parent) / copy
    shutil.copytree(TARGETS / target, folder)
    manifest = json.loads((folder / "target.json").read_text())
    manifest.update(id=copy, name=manifest["name"] + ", copy")
    (folder / "target.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return copy


def run(command, environment):
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode not in MEASURED:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def compare(options, keep):
    """One run per comparison and workload: every figure comes from launches of its own."""
    ratios = []
    with tempfile.TemporaryDirectory(prefix="weighbridge-aa-") as parent:
        copy = copy_target(options.target, parent)
        environment = {**os.environ, "WEIGHBRIDGE_TARGETS_PATH": parent}
        run([options.binary, "prepare", options.target, copy], environment)
        for index in range(1, options.comparisons + 1):
            for workload in options.workloads.split(","):
                text = run([options.binary, "bench", "--targets", f"{options.target},{copy}",
                            "--workload", workload, "--rounds", str(options.rounds),
                            "--duration", str(options.seconds), "--warm-up", str(options.warm_up),
                            "--connections", str(options.connections), "--seed", str(index),
                            "--json"], environment)
                found = [{"workload": workload, **ratio} for ratio in json.loads(text)["ratios"]]
                ratios += found
                if keep:
                    keep.write("".join(json.dumps(ratio) + "\n" for ratio in found))
                    keep.flush()
            print(f"\r{index} of {options.comparisons}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return ratios


def near_end(ratio):
    """How far the interval stays away from 1, as a logarithm; 0 where it holds 1."""
    return max(0.0, math.log(ratio["low"]) if ratio["low"] > 0 else 0.0,
               -math.log(ratio["high"]) if ratio["high"] > 0 else 0.0)


def percentile(values, share):
    """The least value with at least this share of all at or below it."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def percent(logarithm):
    return f"{math.expm1(logarithm) * 100:.2f} %"


def report(ratios, most):
    """Prints the table; whether every quantity kept to `most`."""
    by_quantity = {}
    for ratio in ratios:
        by_quantity.setdefault((ratio["workload"], ratio["quantity"]), []).append(ratio)
    print(f"{'workload':9}{'quantity':27}{'compared':>9}{'different':>10}{'interval':>9}"
          f"{'median':>9}{'95th':>9}{'near end 95th':>15}{'largest':>9}{'floor':>9}")
    for (workload, quantity), group in by_quantity.items():
        sizes = [abs(math.log(ratio["ratio"])) for ratio in group]
        ends = [near_end(ratio) for ratio in group]
        floor = group[0].get("floor")
        print(f"{workload:9}{quantity:27}{len(group):9}{sum(r['different'] for r in group):10}"
              f"{sum(end > 0 for end in ends):9}{percent(percentile(sizes, 0.5)):>9}"
              f"{percent(percentile(sizes, 0.95)):>9}{percent(percentile(ends, 0.95)):>15}"
              f"{percent(max(ends)):>9}"
              f"{'' if floor is None else percent(math.log1p(floor)):>9}")
    worst = max(sum(r["different"] for r in group) for group in by_quantity.values())
    print(f"At most {worst} comparisons of one quantity were called different; {most} are allowed.")
    return worst <= most


def main():
    parser = argparse.ArgumentParser(description="False alarms between two copies of one target")
    parser.add_argument("binary", nargs="?", help="weighbridge")
    parser.add_argument("--target", default="gin")
    parser.add_argument("--comparisons", type=int, default=40)
    parser.add_argument("--workloads", default="json", help="ids, separated by commas")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=0.5)
    parser.add_argument("--warm-up", type=float, default=0.5)
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--most", type=int, default=3)
    parser.add_argument("--keep", help="append every ratio to this file, one JSON object a line")
    parser.add_argument("--read", help="report on such a file instead of measuring")
    options = parser.parse_args()
    if bool(options.binary) == bool(options.read):
        parser.error("give either the program or --read")
    if options.read:
        with open(options.read) as file:
            ratios = [json.loads(line) for line in file]
    elif options.keep:
        with open(options.keep, "a") as keep:
            ratios = compare(options, keep)
    else:
        ratios = compare(options, None)
    if not ratios:
        sys.exit("Nothing was compared")
    return 0 if report(ratios, options.most) else 1


if __name__ == "__main__":
    sys.exit(main())
