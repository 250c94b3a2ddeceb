# Sourced by tests/run.sh: a PostgreSQL of our own on a free loopback port, gone when the run ends.
# SESSIONS_TEST_POSTGRES names a maintenance database whose user may create databases; set it to use a server of yours.

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start_postgres() {
  local binaries port options
  [ -z "${SESSIONS_TEST_POSTGRES:-}" ] || { say "PostgreSQL: the one named by SESSIONS_TEST_POSTGRES"; return; }
  binaries=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1) || true
  [ -n "$binaries" ] || { say "MISSING, tests that need it will be skipped: PostgreSQL"; return; }

  pg_folder=$(mktemp -d "${TMPDIR:-/tmp}/sessions-postgres-XXXXXX")
  as_postgres=()
  if ((EUID == 0)); then
    # PostgreSQL refuses to run as root.
    as_postgres=(runuser -u postgres --)
    chown postgres "$pg_folder"
  fi
  pg_ctl=("${as_postgres[@]}" "$binaries/pg_ctl" -D "$pg_folder/data")
  trap stop_postgres EXIT
  trap 'exit 130' INT TERM

  port=$(free_port)
  options="-c listen_addresses=127.0.0.1 -p $port -c unix_socket_directories=$pg_folder"
  options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
  if (cd "$pg_folder" &&
    quietly initdb "${as_postgres[@]}" "$binaries/initdb" -D data -U postgres -A trust -E UTF8 --no-sync &&
    quietly postgres "${pg_ctl[@]}" -w -l "$pg_folder/log" -o "$options" start); then
    export SESSIONS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
    say "PostgreSQL $("$binaries/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -1) on port $port"
  else
    say "MISSING, tests that need it will be skipped: PostgreSQL did not start"
  fi
}

stop_postgres() {
  if [ -f "$pg_folder/data/postmaster.pid" ]; then
    (cd / && "${pg_ctl[@]}" -m immediate stop >/dev/null 2>&1) || true
  fi
  rm -rf "$pg_folder"
}
