"""Reads [{"rule", "start", "take"}] on stdin; prints occurrences per second of python-dateutil over all of them, as often as fits into a second."""
import datetime
import itertools
import json
import sys
import time

from dateutil.rrule import rrulestr

cases = [(case["rule"], datetime.datetime.fromisoformat(case["start"]), case["take"]) for case in json.load(sys.stdin)]


def count():
    return sum(sum(1 for _ in itertools.islice(rrulestr(rule, dtstart=start), take)) for rule, start, take in cases)


count()
made, began = 0, time.perf_counter()
while time.perf_counter() - began < 1:
    made += count()
print(made / (time.perf_counter() - began))
