"""Reads [{"rule", "start", "take"}] on stdin; writes the local times of each rule by python-dateutil as JSON."""

import datetime
import itertools
import json
import sys

from dateutil.rrule import rrulestr


def occurrences(case):
    rule = rrulestr(case["rule"], dtstart=datetime.datetime.fromisoformat(case["start"]))
    return [time.isoformat() for time in itertools.islice(rule, case["take"])]


json.dump([occurrences(case) for case in json.load(sys.stdin)], sys.stdout)
