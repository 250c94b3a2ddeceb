// Reads iCalendar (one VCALENDAR or several, one after another) on stdin; writes what ical.js makes of it as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function instant(property, zones) {
  if (!property) return null;
  const time = property.getFirstValue();
  if (time.isDate) return time.toString();
  const tzid = property.getParameter("tzid");
  if (tzid) time.zone = zones.get(tzid);
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error("floating time");
  return new Date(time.toUnixTime() * 1000).toISOString().replace(".000", "");
}

function text(component, name) {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
}

function person(component, name) {
  const all = component.getAllProperties(name);
  if (all.length > 1) throw new Error(`more than one ${name}`);
  if (all.length === 0) return null;
  const [, parameters, , address] = all[0].toJSON();
  return { address, ...parameters };
}

function event(component, zones) {
  const start = component.getFirstProperty("dtstart");
  return {
    uid: text(component, "uid"),
    sequence: component.getFirstPropertyValue("sequence") ?? 0,
    stamp: instant(component.getFirstProperty("dtstamp"), zones),
    start: instant(start, zones),
    end: instant(component.getFirstProperty("dtend"), zones),
    tzid: start.getParameter("tzid") ?? null,
    summary: text(component, "summary"),
    description: text(component, "description"),
    location: text(component, "location"),
    url: text(component, "url"),
    conference: text(component, "conference"),
    status: text(component, "status"),
    transp: text(component, "transp"),
    organizer: person(component, "organizer"),
    attendee: person(component, "attendee"),
  };
}

function calendar(jcal) {
  const component = new ICAL.Component(jcal);
  const zones = new Map(component.getAllSubcomponents("vtimezone").map(zone => {
    const timezone = new ICAL.Timezone(zone);
    return [timezone.tzid, timezone];
  }));
  return {
    method: text(component, "method"),
    name: text(component, "x-wr-calname"),
    events: component.getAllSubcomponents("vevent").map(item => event(item, zones)),
  };
}

const parsed = ICAL.parse(readFileSync(0, "utf8"));
const calendars = parsed[0] === "vcalendar" ? [parsed] : parsed;
process.stdout.write(JSON.stringify(calendars.map(calendar)));
