#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/setup.sh [--tests]
#
# Makes a Debian 12 machine ready to build and run Weighbridge and to prepare its targets; with
# --tests also to run every test. Asks nothing. Looks before it acts: where everything is there it
# installs nothing and needs no network, and then it does not even need Debian.
set -euo pipefail

with_tests=no
case "${1:-}" in
    "") ;;
    --tests) with_tests=yes ;;
    *) echo "usage: packaging/setup.sh [--tests]" >&2; exit 2 ;;
esac

oldest_usable_go=1.21 # the first that fetches the toolchain which a go.mod names

say() { printf '[setup] %s\n' "$*"; }
fail() { printf '[setup] %s\n' "$@" >&2; exit 1; }

# at_least FOUND WANTED: compares dotted version numbers.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# ---- What is there ---------------------------------------------------------------------------

have_command() { command -v "$1" >/dev/null 2>&1; }

have_compiler() { have_command g++ && at_least "$(g++ -dumpversion)" 11; }

have_cmake() { have_command cmake && at_least "$(cmake --version | awk 'NR == 1 { print $3 }')" 3.25; }

have_qt() {
    local folder
    for folder in ${CMAKE_PREFIX_PATH:+${CMAKE_PREFIX_PATH//:/ }} /usr /usr/local; do
        compgen -G "$folder/lib*/cmake/Qt6$1/Qt6$1Config.cmake" >/dev/null && return
        compgen -G "$folder/lib/*/cmake/Qt6$1/Qt6$1Config.cmake" >/dev/null && return
    done
    return 1
}

# Debian's python3 lets "import venv" succeed without python3-venv; only ensurepip tells.
have_python() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1 && return
    done
    return 1
}

have_sqlite_driver() {
    compgen -G "/usr/lib*/*/qt6/plugins/sqldrivers/libqsqlite.so" >/dev/null ||
        compgen -G "/usr/lib*/qt6/plugins/sqldrivers/libqsqlite.so" >/dev/null || [ -n "${QT_PLUGIN_PATH:-}" ]
}

have_postgres_driver() {
    compgen -G "/usr/lib*/*/qt6/plugins/sqldrivers/libqsqlpsql.so" >/dev/null ||
        compgen -G "/usr/lib*/qt6/plugins/sqldrivers/libqsqlpsql.so" >/dev/null
}

# Debian keeps the server's programs out of the PATH.
have_postgres() { compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || have_command initdb; }

have_svg_plugin() {
    compgen -G "/usr/lib*/*/qt6/plugins/iconengines/libqsvgicon.so" >/dev/null ||
        compgen -G "/usr/lib*/qt6/plugins/iconengines/libqsvgicon.so" >/dev/null || [ -n "${QT_PLUGIN_PATH:-}" ]
}

have_node() { have_command node && at_least "$(node --version 2>/dev/null | tr -d v)" 18; }

have_fuzzer() {
    have_command clang++ &&
        compgen -G "$(clang++ -print-resource-dir)/lib/*/libclang_rt.fuzzer*.a" >/dev/null
}

have_json_schema() {
    # The tests take Debian's python3, which is where the package goes.
    /usr/bin/python3 -c 'import jsonschema' >/dev/null 2>&1
}

usable_go() {
    local go version
    for go in "$(command -v go || true)" /usr/local/go/bin/go /usr/lib/go-*/bin/go; do
        [ -x "$go" ] || continue
        # GOTOOLCHAIN=local: the version of what is installed, not of what a go.mod here would fetch.
        version=$(GOTOOLCHAIN=local "$go" version 2>/dev/null | awk '{ print $3 }') || continue
        version=${version#go}
        at_least "${version%%[!0-9.]*}" "$oldest_usable_go" && { echo "$go"; return 0; }
    done
    return 1
}

# ---- What is missing -------------------------------------------------------------------------

missing=()

# need CHECK… : PACKAGES… : REASON
need() {
    local check=() packages=()
    while [ "$1" != : ]; do check+=("$1"); shift; done
    shift
    while [ "$1" != : ]; do packages+=("$1"); shift; done
    shift
    "${check[@]}" && return
    say "missing: $*  (${packages[*]})"
    missing+=("${packages[@]}")
}

list_missing() {
    missing=()
    need test -e /etc/ssl/certs/ca-certificates.crt : ca-certificates : "certificates, to fetch the targets' packages"
    need have_compiler : g++ : "a C++20 compiler"
    need have_cmake : cmake : "CMake 3.25 or newer, which describes the build"
    need have_command ninja : ninja-build : "Ninja, which runs the build"
    need have_command ccache : ccache : "ccache, which makes the second build short"
    need have_qt Widgets : qt6-base-dev : "Qt 6: core, database, window"
    need have_qt Charts : qt6-charts-dev : "Qt Charts: the charts"
    need have_qt OpenGL : libqt6opengl6-dev : "Qt OpenGL: needed by Qt Charts' build files"
    need have_qt Svg : qt6-svg-dev : "Qt Svg: the icons"
    need have_svg_plugin : libqt6svg6 : "Qt's icon engine for SVG"
    need have_sqlite_driver : libqt6sql6-sqlite : "Qt's SQLite driver: the databases of the workloads"
    need have_command python3 : python3 : "Python 3, which FastAPI, Django and Flask run on"
    need have_python : python3-venv : "Python's virtual environments and pip, to install those"
    need have_node : nodejs : "Node.js, which Express runs on"
    need have_command npm : npm : "npm, to install Express"
    [ "$with_tests" = yes ] || return 0
    need have_command clang++ : clang : "Clang: the second compiler, and the fuzzer's"
    need have_fuzzer : libclang-rt-14-dev : "libFuzzer"
    need have_postgres : postgresql : "PostgreSQL, for the workloads with a database"
    need have_postgres_driver : libqt6sql6-psql : "Qt's PostgreSQL driver: the seed of that database"
    need have_command wrk : wrk : "wrk, the load generator that ours is compared with"
    need have_command desktop-file-validate : desktop-file-utils : "the check of the desktop entry"
    need have_command appstreamcli : appstream : "the check of the software-centre description"
    need have_command update-mime-database : shared-mime-info : "the check of the file type"
    need have_command groff : groff-base : "the check of the man page"
    need have_json_schema : python3-jsonschema : "the check of the JSON output against its schemas"
}

# ---- Installing ------------------------------------------------------------------------------

as_root=()
lists_are_fresh=no

become_able_to_install() {
    have_command apt-get ||
        fail "This machine has no apt-get, so the packages above (Debian's names) have to be installed by hand." \
             "Then run this script again."
    [ "$(id -u)" -eq 0 ] && return
    have_command sudo ||
        fail "Installing needs root, and there is no sudo. Run packaging/setup.sh once as root, then go on as yourself."
    # On a terminal sudo may ask for the password; without one nothing may wait for an answer.
    if ! [ -t 0 ]; then
        sudo -n true 2>/dev/null ||
            fail "Installing needs root, and sudo wants a password but there is no terminal to ask on." \
                 "Run packaging/setup.sh once as root or in a terminal, then go on."
    fi
    as_root=(sudo)
}

# Runs apt-get; its many lines go to a log, which is shown where it fails.
apt() {
    local log
    log=$(mktemp -t weighbridge-setup.XXXXXX)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get \
        --quiet --yes -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 \
        -o Dpkg::Options::=--force-confold "$@" </dev/null >"$log" 2>&1 &&
        { rm -f "$log"; return; }
    tail -n 25 "$log" >&2
    fail "apt-get $1 failed; its last words are above, all of them in $log." \
        "When that is put right, run this script again: it goes on where it stopped."
}

refresh_lists() {
    [ "$lists_are_fresh" = yes ] && return
    say "reading the package lists"
    apt update
    lists_are_fresh=yes
}

install_missing() {
    become_able_to_install
    refresh_lists
    say "installing, which takes a few minutes: ${missing[*]}"
    apt install --no-install-recommends "${missing[@]}"
}

# Prints the machine's own entry for Debian's main archive with the suite replaced by $1: the same
# mirror, key and options, in the format in which the machine writes it. apt itself is asked which
# entry that is, so every format, folder and option that apt knows is understood.
entry_for_suite() {
    local suite=$1 codename entry file number
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    entry=$(apt-get indextargets --format '$(SOURCESENTRY) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
        awk -v release="$codename" '$2 == release && $3 == "main" && $1 !~ /cdrom/ { print $1; exit }')
    [ -n "$entry" ] || return 1
    file=${entry%:*}
    number=${entry##*:}
    case "$file" in
        *.sources)
            # The number counts stanzas; comments do not make one.
            awk -v wanted="$number" -v suite="$suite" '
                /^#/ { next }
                /^[ \t\r]*$/ { inside = 0; next }
                !inside { inside = 1; count++ }
                count != wanted { next }
                tolower($0) ~ /^suites[ \t]*:/ { print "Suites: " suite; folded = 1; next }
                tolower($0) ~ /^types[ \t]*:/ { print "Types: deb"; folded = 1; next }
                folded && /^[ \t]/ { next }
                { folded = 0; print }' "$file"
            ;;
        *)
            # The number is the line: deb [options] address suite components…
            awk -v wanted="$number" -v suite="$suite" '
                NR != wanted { next }
                {
                    sub(/[ \t]*#.*$/, "")
                    options = match($0, /\[[^]]*\]/) ? substr($0, RSTART, RLENGTH) " " : ""
                    sub(/\[[^]]*\]/, "")
                    print "deb " options $2 " " suite " main"
                }' "$file"
            ;;
    esac
}

ensure_backports() {
    local suite=$1 entry file extension=list
    if apt-get indextargets --format '$(RELEASE)' 'Identifier: Packages' | grep -qx "$suite"; then
        say "the suite $suite is already among the package sources"
        return
    fi
    entry=$(entry_for_suite "$suite") && [ -n "$entry" ] ||
        fail "No package source for Debian's main archive was found, so Go cannot be installed from $suite." \
             "Install Go $oldest_usable_go or newer so that 'go' is in the PATH, then run this script again."
    case "$entry" in *Types:*) extension=sources ;; esac
    file=/etc/apt/sources.list.d/weighbridge-backports.$extension
    say "adding the suite $suite at this machine's own mirror: $file"
    printf '%s\n' "$entry" | "${as_root[@]}" tee "$file" >/dev/null
    lists_are_fresh=no
}

install_go() {
    local codename suite
    codename=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}")
    suite=$codename-backports
    say "missing: Go $oldest_usable_go or newer, which Gin, Fiber and Echo are built with (golang-go from $suite)"
    become_able_to_install
    refresh_lists
    ensure_backports "$suite"
    refresh_lists
    say "installing: golang-go from $suite"
    apt install --no-install-recommends -t "$suite" golang-go
}

# ---- Main ------------------------------------------------------------------------------------

list_missing
if [ ${#missing[@]} -gt 0 ]; then
    install_missing
    list_missing
    [ ${#missing[@]} -eq 0 ] || fail "Still missing after the installation: ${missing[*]}" \
        "An older program of the same name earlier in the PATH may be hiding the new one: $PATH"
fi
usable_go >/dev/null || install_go
go=$(usable_go) || fail "Go was installed, but no Go $oldest_usable_go or newer was found afterwards."
say "ready: $(g++ --version | head -n 1); $(cmake --version | head -n 1);" \
    "Qt $(sed -n 's/^set(PACKAGE_VERSION "\(.*\)")/\1/p' /usr/lib/*/cmake/Qt6/Qt6ConfigVersionImpl.cmake 2>/dev/null | head -n 1);" \
    "$(GOTOOLCHAIN=local "$go" version | awk '{ print $3 }'); $(python3 --version); Node $(node --version)"
