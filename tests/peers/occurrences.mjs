// Reads [{"rule", "start", "take"}] on stdin; writes the local times of each rule by ical.js as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function occurrences({ rule, start, take }) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start));
  const times = [];
  for (let time; times.length < take && (time = iterator.next());) times.push(time.toString());
  return times;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(occurrences)));
