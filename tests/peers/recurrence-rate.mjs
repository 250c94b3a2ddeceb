// Reads [{"rule", "start", "take"}] on stdin; prints occurrences per second of ical.js over all of them, as often as fits into a second.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const cases = JSON.parse(readFileSync(0, "utf8"));

function count() {
  let made = 0;
  for (const { rule, start, take } of cases) {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start));
    for (let n = 0; n < take && iterator.next(); n++) made++;
  }
  return made;
}

for (let warm = 0; warm < 3; warm++) count();
const began = performance.now();
let made = 0;
while (performance.now() - began < 1000) made += count();
console.log((made * 1000) / (performance.now() - began));
