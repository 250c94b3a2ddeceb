#!/usr/bin/env bash
# Builds once and runs every test.
#   tests/run.sh             all suites, short scale
#   tests/run.sh --long      the same tests at the full figures; writes docs/measurements.md
#   tests/run.sh Waitlist    only tests whose full name holds the word (or a whole `dotnet test` filter)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scale=short
filter=
for argument in "$@"; do
  case "$argument" in
    --long) scale=long ;;
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    -*) echo "tests/run.sh: no option $argument (see --help)" >&2; exit 1 ;;
    *[~=]*) filter=$argument ;;
    *) filter="FullyQualifiedName~$argument" ;;
  esac
done

work=$PWD/tests/.work
results=$work/results
rm -rf "$results"
mkdir -p "$results"
failures=0

say() { printf '== %s\n' "$*"; }
fail() { printf '!! %s\n' "$*" >&2; failures=$((failures + 1)); }

# One step, silent when it works, whole when it does not.
quietly() {
  local log=$work/$1.log
  shift
  "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
}

. tests/run.d/tools.sh
. tests/run.d/postgres.sh
. tests/run.d/summary.sh

# Most code runs a few times: measuring it for a better translation costs more than it brings.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0
export SESSIONS_TEST_SCALE=$scale SESSIONS_MEASUREMENTS=$results/measurements.tsv

# The build keeps one core busy: what does not need it is done beside it.
say "build"
quietly build dotnet build Sessions.sln -v quiet -nologo &
build=$!
have_tools
start_postgres
# Style rules are warnings of the build already; what it cannot see is white space.
say "formatting"
quietly format dotnet format whitespace . --folder --verify-no-changes --include src/ tests/ --exclude '**/obj/**' ||
  fail "formatting (dotnet format whitespace Sessions.sln puts it right)"

if ! wait "$build"; then
  fail "the build is not clean"
else
  for suite in Sessions.Tests Sessions.Browser; do
    run_suite "$suite"
  done
fi

summarise
