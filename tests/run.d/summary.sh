# Sourced by tests/run.sh: runs a suite, counts its results, and ends the run with one line.

run_suite() {
  local suite=$1 status=0
  local arguments=(--no-build --nologo -v quiet --results-directory "$results" --logger "trx;LogFileName=$suite.trx" --logger "console;verbosity=minimal")
  [ -z "$filter" ] || arguments+=(--filter "$filter")
  say "$suite ($scale scale)"
  quietly "$suite" dotnet test "tests/$suite" "${arguments[@]}" || status=$?
  if [ ! -s "$results/$suite.trx" ]; then
    # With a filter a suite may have nothing to run; without one, no results means that it never got so far.
    [ -n "$filter" ] && ((status == 0)) || fail "$suite left no results"
  elif ((status != 0)) && (($(count Failed "$suite") == 0)); then
    fail "$suite broke off (exit code $status)"
  elif [ -z "$filter" ] && (($(count Passed "$suite") == 0)); then
    fail "$suite ran nothing"
  fi
}

count() { # OUTCOME [SUITE]: how many tests ended so
  cat "$results"/${2:-*}.trx 2>/dev/null | grep -c "<UnitTestResult .*outcome=\"$1\"" || true
}

# One line for each skipped test: its name and the reason it gave.
skipped_tests() {
  cat "$results"/*.trx 2>/dev/null | awk '
    /<UnitTestResult / {
      skipped = /outcome="NotExecuted"/
      match($0, /testName="[^"]*"/)
      name = substr($0, RSTART + 10, RLENGTH - 11)
    }
    skipped && /<Message>/ {
      gsub(/.*<Message>|<\/Message>.*/, "")
      print "skipped: " name ": " $0
      skipped = 0
    }' | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'\''/g; s/&amp;/\&/g' || true
}

write_measurements() {
  mkdir -p docs
  {
    echo "# Measurements"
    echo
    echo "Written by \`tests/run.sh --long\` at commit $(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown) on $(date -u +%F), $(nproc) cores."
    echo
    echo "| promise | figure |"
    echo "| --- | --- |"
    sort -u "$SESSIONS_MEASUREMENTS" | awk -F '\t' '{ gsub(/\|/, "\\|"); print "| " $1 " | " $3 " |" }'
  } >docs/measurements.md
  say "wrote docs/measurements.md"
}

summarise() {
  local passed failed skipped
  if [ -s "$SESSIONS_MEASUREMENTS" ]; then
    say "measured ($scale scale)"
    sort -u "$SESSIONS_MEASUREMENTS" | awk -F '\t' '{ print $1 ": " $3 }'
    [ "$scale" = short ] || [ -n "$filter" ] || write_measurements
  fi
  passed=$(count Passed)
  failed=$(count Failed)
  skipped=$(count NotExecuted)
  if [ -n "$filter" ] && ((passed + failed + skipped == 0)); then
    fail "no test matches $filter"
  fi
  skipped_tests
  failed=$((failed + failures))
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0)) || exit 1
}
