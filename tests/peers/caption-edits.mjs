// Runs the caption editor's own rules (wwwroot-assets/js/caption-cues.js). On stdin either {"acts": [{"act", "cues", "args"}]}, answered with what each
// act gives, or {"seed", "rounds", "text"}: random edits of a track, answered with the track after each.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../../wwwroot-assets/js/caption-cues.js", import.meta.url), "utf8");
const rules = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
const asked = JSON.parse(readFileSync(0, "utf8"));
const made = cues => cues.map(({ from, to, speaker, text }) => rules.cue(from, to, speaker ?? "", text));
const plain = result => Array.isArray(result) ? { cues: result } : result?.cues ? result : { value: result };

function act({ act, cues, args = [] }) {
  const given = cues ? made(cues) : [];
  const before = JSON.stringify(given);
  const result = rules[act](...cues ? [given] : [], ...args);
  if (JSON.stringify(given) !== before) throw new Error(`${act} changed what it was given`);
  return result === null ? { isRefused: true } : plain(result);
}

function random(seed) {
  return below => {
    seed = seed + 0x6D2B79F5 | 0;
    let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return Math.floor(((mixed ^ mixed >>> 14) >>> 0) / 4294967296 * below);
  };
}

const words = ["Good morning", "a < b && c > d", "--> 00:01", "NOTE", "WEBVTT", "12", "&lt;b&gt;", "<v Kim>", "one\n\ntwo", "line\u2028parted\u0085here", "\u00a0", "  ", "", "naïve 日本 🙂", "Kim Example: yes", "0:07", "STYLE\n::cue", "\r\n\r\n", "x".repeat(2001)];
const speakers = ["", "Kim Example", "Kit & Co <test>", "&".repeat(100), "日本"];

function edits({ seed, rounds, text }) {
  const pick = random(seed);
  const one = list => list[pick(list.length)];
  const steps = [];
  const past = [];
  let cues = rules.read(text);
  for (let round = 0; round < rounds; round++) {
    const at = pick(Math.max(cues.length, 1));
    const now = pick(2) ? pick(60000) : Number.NaN;
    const before = cues;
    const next = cues.length === 0 || pick(6) === 0 ? rules.insert(cues, at - pick(2), now).cues : [
      () => rules.split(cues, at, pick(cues[at].text.length + 1), now)?.cues,
      () => rules.join(cues, at),
      () => rules.remove(cues, at),
      () => rules.setStart(cues, at, pick(60000)),
      () => rules.set(cues, at, { to: pick(60000) }),
      () => rules.set(cues, at, { from: one(["soon", "0:0:0:0", "", 1, pick(60000)]) }),
      () => rules.set(cues, at, { text: one(words) }),
      () => rules.set(cues, at, { speaker: one(speakers) }),
      () => rules.set(cues, at, { text: `${one(words)} ${one(words)}` }),
      () => rules.replace(cues, { words: one(["o", "Kim", ".", "$&", "("]), whole: pick(2) > 0, matchCase: pick(2) > 0 }, one(["", "Leeds", "$1", "<i>"])),
      () => rules.sorted(cues),
      () => past[pick(past.length)],
    ][pick(12)]();
    if (next) [cues] = [next, past.push(before)];
    const { text: written, lines } = rules.write(cues);
    const faults = rules.faults(cues);
    const isRead = faults.length > 0 || JSON.stringify(rules.write(rules.read(written))) === JSON.stringify({ text: written, lines });
    const ids = new Set(cues.map(cue => cue.id));
    steps.push({ text: written, isRead: isRead && ids.size === cues.length, faults: faults.map(({ at, kind }) => ({ line: lines[at], kind })), cues: cues.map(cue => ({ from: cue.from, to: cue.to, said: `${rules.clean(cue.speaker) ? `${rules.clean(cue.speaker)}: ` : ""}${rules.clean(cue.text)}` })) });
  }
  return steps;
}

process.stdout.write(JSON.stringify(asked.acts ? asked.acts.map(act) : edits(asked)));
