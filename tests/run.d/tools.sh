# Sourced by tests/run.sh: what the tests need beside .NET. As root on Debian it is installed, elsewhere named;
# a test that misses its tool is skipped and says so.

tools=(
  chromium:chromium
  psql:postgresql
  postfix:postfix
  nginx:nginx
  dovecot:dovecot-imapd
  saslpasswd2:sasl2-bin
  npm:npm
  ffmpeg:ffmpeg
)

have() { PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null; }

missing_packages() {
  local tool
  for tool in "${tools[@]}"; do
    have "${tool%%:*}" || echo "${tool#*:}"
  done
  # Debian's own Python has Debian's packages, whatever else comes first on the path.
  /usr/bin/python3 -c 'import icalendar' 2>/dev/null || python3 -c 'import icalendar' 2>/dev/null || echo python3-icalendar
  /usr/bin/python3 -c 'import recurring_ical_events' 2>/dev/null || python3 -c 'import recurring_ical_events' 2>/dev/null || echo python3-recurring-ical-events
  /usr/bin/python3 -c 'import feedparser' 2>/dev/null || python3 -c 'import feedparser' 2>/dev/null || echo python3-feedparser
  compgen -G '/usr/lib/*/sasl2/libplain.so*' >/dev/null || echo libsasl2-modules
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update && apt-get install --yes --no-install-recommends "$@"
}

have_tools() {
  local packages
  mapfile -t packages < <(missing_packages | sort -u)
  if ((${#packages[@]})); then
    if ((EUID == 0)) && have apt-get; then
      say "install ${packages[*]}"
      quietly apt install_packages "${packages[@]}" || say "MISSING, apt-get failed: ${packages[*]}"
    else
      say "MISSING, tests that need it will be skipped: ${packages[*]}"
    fi
  fi

  if [ tests/peers/package.json -nt tests/peers/node_modules ]; then
    if have npm; then
      say "fetch tests/peers"
      # No lock file: it would name the registry of the machine that wrote it. The versions are exact.
      quietly npm npm install --prefix tests/peers --no-package-lock --no-audit --no-fund --loglevel=error &&
        touch tests/peers/node_modules || say "MISSING, npm failed: tests/peers"
    else
      say "MISSING, tests that need it will be skipped: npm"
    fi
  fi
}
