#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/test.sh
#
# Installs what is missing, builds with warnings as errors and runs every test; then the tests of
# the core again under the sanitizers, and the fuzzers for a short while. Asks nothing, needs no
# display, goes on after a failed stage so that one run shows everything, and ends with what passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# A toolchain that is missing here is a failure of the test run, not a reason to skip.
export WEIGHBRIDGE_REQUIRE_TOOLCHAINS=1
export QT_QPA_PLATFORM=offscreen
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true

fuzz_seconds=${WEIGHBRIDGE_FUZZ_SECONDS:-20}
passed=0
failed=0
skipped=0
failed_stages=()
stage_costs=()

# What the compilations of this run got from ccache; only with that is their cost an honest figure.
export CCACHE_STATSLOG=$root/build/ccache-stats.log
times_file=$(mktemp -t weighbridge-test.XXXXXX)
trap 'rm -f "$times_file"' EXIT

# CPU-seconds, user and system, of all that has run and ended below this script, into $cpu. Not in a
# subshell, where the count would begin anew.
read_cpu() {
    times >"$times_file"
    cpu=$(LC_ALL=C awk 'NR == 2 { gsub(",", "."); gsub("[ms]", " "); print $1 * 60 + $2 + $3 * 60 + $4 }' \
        "$times_file")
}

# minutes FROM TO: CPU-seconds as minutes with one decimal.
minutes() { LC_ALL=C awk -v from="$1" -v to="$2" 'BEGIN { printf "%.1f", (to - from) / 60 }'; }

# Runs one stage: stage NAME COMMAND…
stage() {
    local name=$1 start=$SECONDS status=0 cpu cpu_before
    shift
    read_cpu
    cpu_before=$cpu
    printf '\n[test] %s\n' "$name"
    # In a subshell with errexit on: a plain "if stage" would switch errexit off inside it.
    set +e
    (set -e; "$@")
    status=$?
    set -e
    read_cpu
    stage_costs+=("$(minutes "$cpu_before" "$cpu") CPU-minutes: $name")
    if [ "$status" -eq 0 ]; then
        printf '[test] %s: done (%d s)\n' "$name" $((SECONDS - start))
    else
        failed_stages+=("$name")
        printf '[test] %s: FAILED (%d s)\n' "$name" $((SECONDS - start))
    fi
    return 0
}

# Runs the tests of build tree $1 (further arguments go to ctest) and keeps their count.
run_tests() {
    local tree=$1
    shift
    ctest --test-dir "$tree" -j2 --output-on-failure --no-tests=error --timeout 600 \
        --output-junit "$root/$tree/$results_name" "$@"
}

# Adds up what the test runs above wrote.
count_results() {
    local file head
    for file in build/*/test-results.xml build/*/test-results-*.xml; do
        [ -f "$file" ] || continue
        head=$(tr '\n\t' '  ' <"$file" | sed -n 's/.*<testsuite\([^>]*\)>.*/\1/p')
        number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$head"; }
        failed=$((failed + $(number failures)))
        skipped=$((skipped + $(number skipped) + $(number disabled)))
        passed=$((passed + $(number tests) - $(number failures) - $(number skipped) - $(number disabled)))
    done
}

scripts() {
    local script
    for script in packaging/*.sh tests/support/*.sh .ci/run; do bash -n "$script"; done
}

build() {
    cmake --preset ci
    cmake --build --preset ci
}

# Where the integration tests look for their servers. Compiling them takes minutes the first time,
# which is no part of any test.
prepare() { WEIGHBRIDGE_CACHE=$root/build/ci/target-cache build/ci/app/weighbridge prepare; }

all_tests() { results_name=test-results.xml run_tests build/ci; }

# Builds and runs the unit tests of the named folders in the tree of preset $1: the libraries without
# a window, where memory and threads are handled by hand.
sanitized() {
    local preset=$1 folder folders=()
    shift
    cmake --preset "$preset"
    for folder in "$@"; do folders+=("tests/unit/$folder/all"); done
    cmake --build "build/$preset" --target "${folders[@]}"
    # All folders run even if one fails.
    local status=0
    for folder in "$@"; do
        results_name=../../../test-results-$folder.xml \
            run_tests "build/$preset/tests/unit/$folder" || status=1
    done
    return "$status"
}

# Every libFuzzer target for a short while, from its own corpus. Found inputs go to the build folder.
fuzz() {
    local fuzzer name corpus count=0 seeds
    cmake --preset asan -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DWEIGHBRIDGE_FUZZERS=ON
    cmake --build build/fuzz --target tests/fuzz/all
    for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do
        [ -f "$fuzzer" ] && [ -x "$fuzzer" ] || continue
        name=$(basename "$fuzzer")
        corpus=build/fuzz/corpus/$name
        mkdir -p "$corpus"
        seeds=()
        [ -d "tests/fuzz/corpus/${name#fuzz_}" ] && seeds=("tests/fuzz/corpus/${name#fuzz_}")
        echo "$name, $fuzz_seconds s"
        "$fuzzer" -max_total_time="$fuzz_seconds" -timeout=10 -verbosity=0 -print_final_stats=1 \
            -artifact_prefix=build/fuzz/ "$corpus" ${seeds[@]+"${seeds[@]}"}
        count=$((count + 1))
    done
    [ "$count" -gt 0 ] || { echo "no fuzzer was built" >&2; return 1; }
}

packaging/setup.sh --tests
mkdir -p build
rm -f build/*/test-results*.xml "$CCACHE_STATSLOG"

stage "shell scripts" scripts
stage "build, warnings are errors" build
stage "prepare the targets that the tests start" prepare
stage "all tests" all_tests
stage "core under AddressSanitizer and UndefinedBehaviorSanitizer" \
    sanitized asan article base decision evidence http knowledge load measure reference report results storage
stage "threads under ThreadSanitizer" sanitized tsan load reference measure
stage "fuzzers" fuzz

count_results
printf '\n'
printf '[test] %s\n' "${stage_costs[@]}"
[ ! -s "$CCACHE_STATSLOG" ] || ccache --show-log-stats | sed 's/^/[test] ccache: /'
[ ${#failed_stages[@]} -eq 0 ] || printf '[test] failed stage: %s\n' "${failed_stages[@]}"
[ "$skipped" -eq 0 ] || printf '[test] %d tests were skipped\n' "$skipped"
# A stage that broke before a test could fail must not look green.
[ ${#failed_stages[@]} -eq 0 ] || [ "$failed" -gt 0 ] || failed=${#failed_stages[@]}
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
