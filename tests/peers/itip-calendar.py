"""Keeps calendars as RFC 5546 says, from iTIP messages alone: reads {"from", "to", "calendars": [[[ics, …], …], …]} on stdin, a calendar being
steps of messages; writes what python3-recurring-ical-events shows of each calendar after each step, as "start end uid" in UTC, sorted."""

import datetime
import json
import sys

import recurring_ical_events
from icalendar import Calendar

UTC = datetime.timezone.utc


def key(event):
    return int(event.get("SEQUENCE", 0)), event["DTSTAMP"].dt


def utc(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Entry:
    def __init__(self):
        self.whole, self.slots = None, {}


class Kept:
    """What stands in one calendar, by UID and occurrence; an event of None is gone."""

    def __init__(self):
        self.entries, self.zones = {}, {}

    def read(self, text):
        if text.startswith("DECLINE "):
            self.decline(*text.split(" ")[1:])
            return
        calendar = Calendar.from_ical(text)
        for zone in calendar.walk("VTIMEZONE"):
            self.zones[str(zone["TZID"])] = zone
        events = sorted(calendar.walk("VEVENT"), key=lambda event: "RECURRENCE-ID" in event)
        for event in events:
            self.take(str(calendar["METHOD"]), event)

    def decline(self, uid, at=None):
        """As its owner said: it shows again once somebody asks again."""
        entry = self.entries.get(uid)
        if entry is None:
            return
        if at is not None:
            slot = datetime.datetime.fromisoformat(at.replace("Z", "+00:00"))
            entry.slots[slot] = (entry.slots.get(slot, entry.whole)[0], None)
            return
        if entry.whole is not None:
            entry.whole = (entry.whole[0], None)
        entry.slots = {slot: (kept[0], None) for slot, kept in entry.slots.items()}

    def take(self, method, event):
        entry = self.entries.setdefault(str(event["UID"]), Entry())
        slot = event["RECURRENCE-ID"].dt.astimezone(UTC) if "RECURRENCE-ID" in event else None
        known = entry.whole if slot is None else entry.slots.get(slot, entry.whole)
        if known is not None and key(event) < known[0]:
            return
        kept = (key(event), None if method == "CANCEL" else event)
        if slot is None:
            entry.whole, entry.slots = kept, {}
        else:
            entry.slots[slot] = kept

    def shown(self, first, last):
        lines = []
        for uid, entry in self.entries.items():
            calendar = Calendar()
            for zone in self.zones.values():
                calendar.add_component(zone)
            whole = entry.whole[1] if entry.whole else None
            if whole is not None:
                whole = whole.copy()
                gone = [slot for slot, (_, event) in entry.slots.items() if event is None]
                if "RRULE" in whole:
                    start = whole["DTSTART"].dt
                    for slot in gone:
                        whole.add("EXDATE", slot.astimezone(start.tzinfo))
                    calendar.add_component(whole)
                elif not gone and not entry.slots:
                    calendar.add_component(whole)
            for _, event in entry.slots.values():
                if event is not None:
                    calendar.add_component(event)
            for event in recurring_ical_events.of(calendar).between(first, last):
                lines.append(f"{utc(event['DTSTART'].dt)} {utc(event['DTEND'].dt)} {uid}")
        return sorted(lines)


given = json.load(sys.stdin)
begin = datetime.datetime.fromisoformat(given["from"].replace("Z", "+00:00"))
end = datetime.datetime.fromisoformat(given["to"].replace("Z", "+00:00"))
answer = []
for steps in given["calendars"]:
    kept, after = Kept(), []
    for messages in steps:
        for message in messages:
            kept.read(message)
        after.append(kept.shown(begin, end))
    answer.append(after)
json.dump(answer, sys.stdout)
