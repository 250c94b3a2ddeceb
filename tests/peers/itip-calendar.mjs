// Keeps calendars as RFC 5546 says, from iTIP messages alone: reads {"from", "to", "calendars": [[[ics, …], …], …]} on stdin, a calendar being steps
// of messages; writes what ical.js shows of each calendar after each step, as "start end uid" in UTC, sorted.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const { from, to, calendars } = JSON.parse(readFileSync(0, "utf8"));
const [first, last] = [Date.parse(from) / 1000, Date.parse(to) / 1000];

const number = event => event.getFirstPropertyValue("sequence") ?? 0;
const stamp = event => event.getFirstPropertyValue("dtstamp").toUnixTime();
const isNewer = (event, known) => !known || number(event) > number(known) || (number(event) === number(known) && stamp(event) >= stamp(known));

class Calendar {
  entries = new Map();

  read(text) {
    if (text.startsWith("DECLINE ")) return this.decline(...text.split(" ").slice(1));
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zones = new Map(calendar.getAllSubcomponents("vtimezone").map(zone => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]));
    const method = calendar.getFirstPropertyValue("method");
    const events = calendar.getAllSubcomponents("vevent");
    for (const event of events) this.zoned(event, zones);
    // The whole before its exceptions.
    events.sort((a, b) => Number(a.hasProperty("recurrence-id")) - Number(b.hasProperty("recurrence-id")));
    for (const event of events) this.take(method, event);
  }

  /** As its owner said: it shows again once somebody asks again. */
  decline(uid, at) {
    const entry = this.entries.get(uid);
    if (!entry) return;
    if (at) {
      const slot = Date.parse(at) / 1000;
      entry.slots.set(slot, { event: (entry.slots.get(slot) ?? entry.whole).event, isGone: true });
      return;
    }
    if (entry.whole) entry.whole = { ...entry.whole, isGone: true };
    for (const [slot, kept] of entry.slots) entry.slots.set(slot, { ...kept, isGone: true });
  }

  zoned(event, zones) {
    for (const property of event.getAllProperties()) {
      const zone = zones.get(property.getParameter("tzid"));
      if (!zone) continue;
      for (const value of property.getValues()) value.zone = zone;
    }
  }

  take(method, event) {
    const uid = event.getFirstPropertyValue("uid");
    const slot = event.getFirstPropertyValue("recurrence-id")?.toUnixTime();
    const entry = this.entries.get(uid) ?? { whole: null, slots: new Map() };
    this.entries.set(uid, entry);
    const known = slot === undefined ? entry.whole : entry.slots.get(slot) ?? entry.whole;
    if (!isNewer(event, known?.event)) return;
    const kept = { event, isGone: method === "CANCEL" };
    if (slot === undefined) {
      // All of it once more: what it does not name falls back.
      entry.whole = kept;
      entry.slots.clear();
    } else {
      entry.slots.set(slot, kept);
    }
  }

  *shown() {
    for (const [uid, { whole, slots }] of this.entries) {
      if (whole && !whole.isGone) {
        const event = new ICAL.Event(whole.event);
        const length = event.endDate.toUnixTime() - event.startDate.toUnixTime();
        if (event.isRecurring()) {
          const occurrences = event.iterator();
          for (let next; (next = occurrences.next()) && next.toUnixTime() < last;) {
            if (!slots.has(next.toUnixTime())) yield [next.toUnixTime(), next.toUnixTime() + length, uid];
          }
        } else if (!slots.has(event.startDate.toUnixTime())) {
          yield [event.startDate.toUnixTime(), event.endDate.toUnixTime(), uid];
        }
      }
      for (const { event, isGone } of slots.values()) {
        if (!isGone) yield [event.getFirstPropertyValue("dtstart").toUnixTime(), event.getFirstPropertyValue("dtend").toUnixTime(), uid];
      }
    }
  }
}

const text = seconds => new Date(seconds * 1000).toISOString().replace(".000", "");
process.stdout.write(JSON.stringify(calendars.map(steps => {
  const calendar = new Calendar();
  return steps.map(messages => {
    for (const message of messages) calendar.read(message);
    return [...calendar.shown()].filter(([start]) => start >= first && start < last).map(([start, end, uid]) => `${text(start)} ${text(end)} ${uid}`).sort();
  });
})));
