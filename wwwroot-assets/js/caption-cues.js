// The rules of captions for their editor: times, WebVTT as the server writes it, and what can be done to a track. Nothing here knows a page, and
// nothing changes what it is given: each act answers a new list, or null where it can't be done. Cues are { id, from, to, speaker, text }; from and
// to are whole milliseconds, or the text that was typed where no time can be read from it. The server has the last word (CaptionReader).
export const longestText = 2000;
export const mostCues = 40000;
const usual = 2000;
const least = 500;
// Of the player's place: nearer to a cue's ends, it was not meant.
const near = 200;
let made = 0;

export const cue = (from, to, speaker, text) => ({ id: ++made, from, to, speaker, text });
export const isTime = moment => typeof moment === 'number';

export function readTime(text) {
  const match = /^(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes, seconds] = [match[1] ?? 0, match[2], match[3]].map(Number);
  if (seconds > 59 || match[1] !== undefined && minutes > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((match[4] ?? '').padEnd(3, '0'));
}

export function writeTime(moment) {
  if (!isTime(moment)) return moment;
  const two = value => String(Math.floor(value)).padStart(2, '0');
  return `${two(moment / 3600000)}:${two(moment / 60000 % 60)}:${two(moment / 1000 % 60)}.${String(moment % 1000).padStart(3, '0')}`;
}

/** As people write it: 4:07, 1:04:07. */
export const shortTime = moment => isTime(moment) ? writeTime(moment).slice(0, 8).replace(/^00:/, '').replace(/^0(?=[0-9])/, '') : moment;

/** Each line trimmed, empty ones left out. */
export const clean = text => text.replaceAll('\u00a0', ' ').split(/\r\n|[\r\n\f\u0085\u2028\u2029]/).map(line => line.trim()).filter(line => line).join('\n');

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const plain = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Of WebVTT as the server keeps it. */
export function read(text) {
  return text.split('\n\n').slice(1).map(block => {
    const [times, ...lines] = block.replace(/\n$/, '').split('\n');
    const [from, to] = times.split(' --> ').map(readTime);
    const said = lines.join('\n');
    const voice = /^<v ([^>]*)>/.exec(said);
    return cue(from, to, voice ? plain(voice[1]) : '', plain(said.slice(voice ? voice[0].length : 0)));
  });
}

/** @returns the text, and for each cue the line of its times. */
export function write(cues) {
  const [blocks, lines] = [[], []];
  let line = 1;
  for (const { from, to, speaker, text } of cues) {
    const [said, voice] = [clean(text), clean(speaker).replaceAll('\n', ' ')];
    lines.push(line + 2);
    line += 2 + said.split('\n').length;
    blocks.push(`\n${writeTime(from)} --> ${writeTime(to)}\n${voice ? `<v ${escaped(voice)}>` : ''}${escaped(said)}\n`);
  }
  return { text: `WEBVTT\n${blocks.join('')}`, lines };
}

/** What keeps it from being saved, as the server will say it: { at, kind, field }. */
export function faults(cues) {
  const found = [];
  let last = null;
  cues.forEach((cue, at) => {
    const said = clean(cue.text).length;
    const fault = !isTime(cue.from) ? ['timeUnreadable', 'from']
      : !isTime(cue.to) ? ['timeUnreadable', 'to']
      : said === 0 ? ['nothingSaid', 'text']
      : said > longestText ? ['tooLong', 'text']
      : cue.to <= cue.from ? ['endsBeforeItBegins', 'to']
      : last && cue.from < last.from ? ['outOfOrder', 'from']
      : at >= mostCues ? ['tooMuch', 'text']
      : null;
    if (fault) found.push({ at, kind: fault[0], field: fault[1] });
    else last = cue;
  });
  return found;
}

/** What may be so, and is likely a mistake. A player counts in parts of a second: the last cue may reach a little beyond. */
export const beyond = (cue, length) => !length || !isTime(cue.from) || !isTime(cue.to) ? null : cue.from >= length ? 'beginsBeyond' : cue.to > length + 1000 ? 'endsBeyond' : null;

const changed = (cues, at, count, ...into) => [...cues.slice(0, at), ...into, ...cues.slice(at + count)];

/** Behind the last one that begins no later. */
function placed(cues, added, after) {
  let at = after + 1;
  while (at < cues.length && isTime(cues[at].from) && isTime(added.from) && cues[at].from <= added.from) at++;
  return { cues: changed(cues, at, 0, added), at };
}

export const set = (cues, at, values) => changed(cues, at, 1, { ...cues[at], ...values });

/** A start that passes the end takes it along. */
export function setStart(cues, at, moment) {
  const { from, to } = cues[at];
  const length = isTime(from) && isTime(to) && to > from ? to - from : usual;
  return set(cues, at, { from: moment, to: isTime(to) && to > moment ? to : moment + length });
}

/** At the caret; in time where the player stands, or as far in as the words are. */
export function split(cues, at, caret, now) {
  const { from, to, speaker, text } = cues[at];
  const [before, after] = [clean(text.slice(0, caret)), clean(text.slice(caret))];
  if (!before || !after || !isTime(from) || !isTime(to) || to - from < 2) return null;
  const share = from + Math.round((to - from) * before.length / (before.length + after.length));
  const middle = now > from + near && now < to - near ? Math.round(now) : Math.min(Math.max(share, from + 1), to - 1);
  return placed(set(cues, at, { to: middle, text: before }), cue(middle, to, speaker, after), at);
}

/** With the next: nothing that either says is lost. */
export function join(cues, at) {
  const [one, next] = [cues[at], cues[at + 1]];
  if (!one || !next) return null;
  const [first, second] = [clean(one.text), clean(next.text)];
  const isOther = next.speaker && next.speaker !== one.speaker && second;
  const text = !first ? second : !second ? first : isOther ? `${first}\n${next.speaker}: ${second}` : `${first} ${second}`;
  const to = isTime(one.to) && isTime(next.to) ? Math.max(one.to, next.to) : isTime(one.to) ? one.to : next.to;
  return changed(cues, at, 2, { ...one, to, text, speaker: first ? one.speaker : next.speaker || one.speaker });
}

/** An empty one behind it, in the pause where there is one; behind the last one from where the player stands. */
export function insert(cues, at, now) {
  const [one, next] = [cues[at], cues[at + 1]];
  const latest = one ? [one.to, one.from].find(isTime) ?? 0 : 0;
  const wanted = next || !(now > latest) ? latest : Math.round(now);
  const from = next && isTime(next.from) ? Math.min(wanted, next.from) : wanted;
  const room = next && isTime(next.from) ? next.from - from : usual;
  return { cues: changed(cues, at + 1, 0, cue(from, from + (room < least ? usual : Math.min(room, usual)), one?.speaker ?? '', '')), at: at + 1 };
}

export const remove = (cues, at) => changed(cues, at, 1);

/** Those with times in the order of their beginning. */
export const sorted = cues => cues.every(cue => isTime(cue.from)) ? cues.toSorted((a, b) => a.from - b.from) : null;

function pattern({ words, matchCase, whole }) {
  const text = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(whole ? `(?<![\\p{L}\\p{N}_])${text}(?![\\p{L}\\p{N}_])` : text, matchCase ? 'gu' : 'giu');
}

/** How often in how many cues, and where: in words and in names of speakers. */
export function find(cues, wanted) {
  const places = [];
  let times = 0;
  if (!wanted.words) return { times, places };
  const expression = pattern(wanted);
  cues.forEach((cue, at) => {
    const here = [cue.speaker, cue.text].reduce((sum, text) => sum + [...text.matchAll(expression)].length, 0);
    if (here > 0) places.push(at);
    times += here;
  });
  return { times, places };
}

export function replace(cues, wanted, by) {
  if (!wanted.words) return cues;
  const expression = pattern(wanted);
  const put = text => text.replace(expression, () => by);
  return cues.map(cue => {
    const [speaker, text] = [put(cue.speaker), put(cue.text)];
    return speaker === cue.speaker && text === cue.text ? cue : { ...cue, speaker, text };
  });
}

/** First place of the words in one text, from a place on. */
export function locate(text, wanted, start = 0) {
  const expression = pattern(wanted);
  expression.lastIndex = start;
  const match = expression.exec(text);
  return match ? [match.index, match.index + match[0].length] : null;
}

/** The one that is said at a moment: of two that overlap the later. */
export function current(cues, moment) {
  for (let at = cues.length - 1; at >= 0; at--) {
    const { from, to } = cues[at];
    if (isTime(from) && isTime(to) && from <= moment && moment < to) return at;
  }
  return -1;
}
