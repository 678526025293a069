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
failed=()

stage() {
    local name=$1 start=$SECONDS
    shift
    printf '\n[test] %s\n' "$name"
    # In a subshell with errexit on: a plain "if stage" would switch errexit off inside it.
    set +e
    (set -e; "$@")
    local status=$?
    set -e
    if [ "$status" -eq 0 ]; then
        passed=$((passed + 1))
        printf '[test] %s: passed (%d s)\n' "$name" $((SECONDS - start))
    else
        failed+=("$name")
        printf '[test] %s: FAILED (%d s)\n' "$name" $((SECONDS - start))
    fi
}

scripts() {
    local script
    for script in packaging/*.sh .ci/run; do bash -n "$script"; done
}

build() {
    cmake --preset ci
    cmake --build --preset ci
}

tests() { ctest --preset ci -j2 --output-on-failure; }

# Builds and runs, in the tree of preset $1, the tests with a label that matches $2: the libraries
# without a window, where memory and threads are handled by hand.
sanitized() {
    local preset=$1 labels=$2 targets
    cmake --preset "$preset"
    targets=$(ctest --test-dir "build/$preset" -N -L "$labels" |
        sed -n 's/^ *Test *#[0-9]*: \([A-Za-z0-9_]*\).*/test_\1/p')
    [ -n "$targets" ] || { echo "no test has a label like $labels" >&2; return 1; }
    # shellcheck disable=SC2086 # one word per target
    cmake --build "build/$preset" --target $targets
    ctest --test-dir "build/$preset" -L "$labels" -j2 --output-on-failure --no-tests=error
}

# Every libFuzzer target for a short while, from its own corpus. Found inputs go to the build folder.
fuzz() {
    local fuzzer name corpus count=0
    cmake --preset asan -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DWEIGHBRIDGE_FUZZERS=ON
    cmake --build build/fuzz --target fuzzers
    for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do
        [ -f "$fuzzer" ] && [ -x "$fuzzer" ] || continue
        name=$(basename "$fuzzer")
        corpus=build/fuzz/corpus/$name
        mkdir -p "$corpus"
        local seeds=()
        [ -d "tests/fuzz/corpus/${name#fuzz_}" ] && seeds=("$root/tests/fuzz/corpus/${name#fuzz_}")
        "$fuzzer" -max_total_time="$fuzz_seconds" -timeout=10 -print_final_stats=1 \
            -artifact_prefix="build/fuzz/" "$corpus" ${seeds[@]+"${seeds[@]}"} 2>&1 | tail -n 8
        count=$((count + 1))
    done
    [ "$count" -gt 0 ] || { echo "no fuzzer was built" >&2; return 1; }
}

packaging/setup.sh --tests

stage "shell scripts" scripts
stage "build, warnings are errors" build
stage "all tests" tests
stage "core under AddressSanitizer and UndefinedBehaviorSanitizer" sanitized asan '^core$'
stage "threads under ThreadSanitizer" sanitized tsan '^threads$'
stage "fuzzers" fuzz

printf '\n[test] %d stages passed, %d failed' "$passed" ${#failed[@]}
[ ${#failed[@]} -eq 0 ] || printf ': %s' "${failed[@]}"
# The last line: the count of all tests of the main run, as ctest wrote it.
printf '\n'
[ ${#failed[@]} -eq 0 ]
