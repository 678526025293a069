#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/support/with_postgres.sh COMMAND…
#
# Runs COMMAND beside a PostgreSQL of its own: a temporary cluster on a free port of 127.0.0.1, whose
# address is in WEIGHBRIDGE_TEST_DATABASE_URL. The cluster ends with this script, however that ends.
# Where there is no PostgreSQL, COMMAND runs without the variable and says so itself.
set -euo pipefail

programs() {
    local folder
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse) $(tr : ' ' <<<"$PATH"); do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && { echo "$folder"; return 0; }
    done
    return 1
}

bin=$(programs) || exec "$@"

folder=$(mktemp -d -t weighbridge-postgres.XXXXXX)
server=
finish() {
    trap - EXIT
    [ -z "$server" ] || { kill -INT "$server" 2>/dev/null && wait "$server" || true; }
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# PostgreSQL refuses to run as root. The death signal ends it where this script is killed.
as_owner=(setpriv --pdeathsig INT)
if [ "$(id -u)" -eq 0 ]; then
    owner=postgres
    id "$owner" >/dev/null 2>&1 || owner=nobody
    chown "$owner" "$folder"
    as_owner=(setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups --pdeathsig INT)
fi

cd "$folder"
"${as_owner[@]}" "$bin/initdb" --pgdata "$folder/data" --username bench --auth trust \
    --encoding UTF8 --locale C --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }

# Another program may take a port between its choice and its use: then another one.
start() {
    local attempt
    for attempt in 1 2 3; do
        port=$((20000 + RANDOM % 12000))
        "${as_owner[@]}" "$bin/postgres" -D "$folder/data" -p "$port" \
            -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
            -c fsync=off -c logging_collector=off >"$folder/server.log" 2>&1 &
        server=$!
        while kill -0 "$server" 2>/dev/null; do
            [ "$(sed -n 8p "$folder/data/postmaster.pid" 2>/dev/null | tr -d ' ')" = ready ] && return
            sleep 0.1
        done
        wait "$server" || true
        server=
    done
    cat "$folder/server.log" >&2
    return 1
}
start
export WEIGHBRIDGE_TEST_DATABASE_URL="postgresql://bench@127.0.0.1:$port/postgres"
cd "$OLDPWD"
"$@"
