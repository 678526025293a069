#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/run.sh
#
# From a fresh clone to an answer: installs what is missing, builds the program, prepares Gin and
# FastAPI, compares them under load, feeds the figures into the sample decision and prints the
# verdict. Where there is a display it then opens the window on the result. Asks nothing, and may be
# run again at any time: what is done already is not done twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n[run] %s\n' "$*"; }

program=build/release/app/weighbridge
project=build/first-comparison.weigh
# 1,000 connections take 1,000 descriptors here and 1,000 in the server; the hard limit may allow it
# where the soft one does not.
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true

packaging/setup.sh

say "building the release (build/release)"
cmake --preset release
cmake --build --preset release

say "preparing gin and fastapi (done once, kept in the cache)"
"$program" prepare gin fastapi

say "comparing gin, fastapi and the built-in reference server: JSON, 1,000 connections"
# A fresh sample each time, so that the verdict below rests on the figures of this run.
rm -f "$project"
measured=0
"$program" bench --targets reference,gin,fastapi --workload json --connections 1000 \
    --duration 5 --rounds 3 --project "$project" --apply || measured=$?
# 3 is "finished, but a result carries a flag": the table above says which and why, and the decision
# below says what it rests on. Everything else is a failure.
[ "$measured" -eq 0 ] || [ "$measured" -eq 3 ] || exit "$measured"

say "the sample decision with these figures ($project)"
"$program" decide "$project" --explain

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    say "opening the window on $project"
    exec "$program" "$project"
fi
say "there is no display here; on a desktop this opens the window on the result: $program $project"
