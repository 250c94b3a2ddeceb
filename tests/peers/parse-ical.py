"""Reads iCalendar (one VCALENDAR or several, one after another) on stdin; writes what python3-icalendar makes of it as JSON."""

import datetime
import json
import re
import sys

from icalendar import Calendar


def instant(value, zones):
    """UTC text of a DTSTART or DTEND; zones are those of the file itself, not the system's."""
    if value is None:
        return None
    when = value.dt
    if not isinstance(when, datetime.datetime):
        return when.isoformat()
    tzid = value.params.get("TZID")
    if tzid:
        when = zones[tzid].localize(when.replace(tzinfo=None), is_dst=True)
    elif when.tzinfo is None:
        raise ValueError("floating time")
    return when.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(component, name):
    value = component.get(name)
    return None if value is None else str(value)


def uncaret(value):
    """RFC 6868, which this parser leaves to us."""
    return re.sub(r"\^([n'^])", lambda match: {"n": "\n", "'": '"', "^": "^"}[match[1]], str(value))


def person(component, name):
    value = component.get(name)
    if value is None:
        return None
    if isinstance(value, list):
        raise ValueError("more than one " + name)
    return {"address": str(value), **{key.lower(): uncaret(param) for key, param in value.params.items()}}


def event(component, zones):
    return {
        "uid": text(component, "UID"),
        "sequence": int(component.get("SEQUENCE", 0)),
        "stamp": instant(component.get("DTSTAMP"), zones),
        "start": instant(component.get("DTSTART"), zones),
        "end": instant(component.get("DTEND"), zones),
        "tzid": component["DTSTART"].params.get("TZID"),
        "summary": text(component, "SUMMARY"),
        "description": text(component, "DESCRIPTION"),
        "location": text(component, "LOCATION"),
        "url": text(component, "URL"),
        "conference": text(component, "CONFERENCE"),
        "status": text(component, "STATUS"),
        "transp": text(component, "TRANSP"),
        "organizer": person(component, "ORGANIZER"),
        "attendee": person(component, "ATTENDEE"),
    }


def calendar(component):
    zones = {str(zone["TZID"]): zone.to_tz() for zone in component.walk("VTIMEZONE")}
    return {
        "method": text(component, "METHOD"),
        "name": text(component, "X-WR-CALNAME"),
        "events": [event(item, zones) for item in component.walk("VEVENT")],
    }


parsed = Calendar.from_ical(sys.stdin.buffer.read(), multiple=True)
json.dump([calendar(item) for item in parsed], sys.stdout)
