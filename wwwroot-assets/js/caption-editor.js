// The caption editor beside the player. The whole track is here in the page: typing asks nobody, one request saves, and what is not saved is kept in
// this browser (decision 34). The words are the page's: data-words, and the notices it holds.
import * as rules from './caption-cues.js';
import * as drafts from './caption-drafts.js';
import { CueList } from './caption-list.js';

const together = 1500;
const keepAfter = 400;
const checkAfter = 250;
const mostSteps = 500;
const step = 2;

const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const text = cues => rules.write(cues).text;

/** By themselves; with Shift; with Ctrl or Cmd. Alt Gr types letters, and is none of them. */
const keys = {
  alt: { k: 'toggle', ',': 'back', '.': 'on', p: 'playHere', arrowup: 'previous', arrowdown: 'next', j: 'join' },
  altShift: { ',': 'startNow', '.': 'endNow', enter: 'insert', backspace: 'remove' },
  control: { enter: 'split', s: 'save', z: 'undo', y: 'redo' },
  controlShift: { z: 'redo' },
};

function actOf(event) {
  const control = event.ctrlKey || event.metaKey;
  const letter = { Comma: ',', Period: '.' }[event.code] ?? (event.altKey && /^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(event.key) ? event.code[3] : event.key).toLowerCase();
  if (event.isComposing || event.getModifierState('AltGraph') || control && event.altKey) return null;
  return (control ? event.shiftKey ? keys.controlShift : keys.control : event.altKey ? event.shiftKey ? keys.altShift : keys.alt : {})[letter] ?? null;
}

class Editor {
  cues = [];
  saved = this.cues;
  version = null;
  past = [];
  future = [];
  here = null;
  /** Shown before the field is left, too. */
  isStrict = false;
  refused = new Map();
  keepsDrafts = true;
  isSaving = false;
  parts = new Map();

  constructor(root) {
    this.root = root;
    this.words = JSON.parse(root.dataset.words);
    this.player = root.querySelector('video, audio');
    this.list = new CueList(root.querySelector('[data-list]'), this.words, root.dataset.language, this.player !== null);
    // Looked for once: a search through thousands of rows at each letter is felt.
    this.buttons = Map.groupBy(root.querySelectorAll('[data-act]'), button => button.dataset.act);
    this.ended = new AbortController();
    const on = (target, name, act, capture = false) => target.addEventListener(name, event => this.root.isConnected ? act(event) : this.ended.abort(), { signal: this.ended.signal, capture });
    on(root, 'click', event => this.clicked(event));
    // The caret stays where it is while a button is pressed, and so does a phone's keyboard.
    on(root, 'mousedown', event => { if (event.target.closest('[data-act], [data-play]')) event.preventDefault(); });
    on(document, 'keydown', event => this.pressed(event), true);
    on(this.list.element, 'input', event => this.typed(event.target));
    on(this.list.element, 'beforeinput', event => { if (/^history/.test(event.inputType)) event.preventDefault(); });
    on(this.list.element, 'focusin', event => this.choose(this.idOf(event.target)));
    on(this.list.element, 'focusout', event => {
      if (/^(from|to)$/.test(event.target.dataset.field)) this.list.tidy(this.idOf(event.target));
      this.checkSoon();
    });
    on(this.part('find'), 'input', () => this.count());
    on(this.part('find'), 'keydown', event => { if (event.key === 'Enter' && event.target.matches('[type=text]')) { event.preventDefault(); this.act('findNext'); } });
    on(window, 'beforeunload', event => { if (this.isDirty && !this.keepsDrafts) event.preventDefault(); });
    on(window, 'pagehide', () => this.keepNow());
    on(document, 'visibilitychange', () => this.keepNow());
    if (!this.player) return;
    for (const name of ['play', 'timeupdate', 'seeked']) on(this.player, name, () => this.follow());
    on(this.player, 'durationchange', () => this.checkSoon());
    on(this.player, 'error', () => this.say(this.words.unplayable));
    on(this.part('speed'), 'change', event => { this.player.playbackRate = Number(event.target.value); });
  }

  part(name) {
    if (!this.parts.has(name)) this.parts.set(name, this.root.querySelector(`[data-${name}]`));
    return this.parts.get(name);
  }

  get older() { return `${this.root.dataset.draft} older`; }

  get isDirty() { return this.cues !== this.saved; }

  get now() { return this.player ? Math.round(this.player.currentTime * 1000) : NaN; }

  get at() { return this.cues.findIndex(cue => cue.id === this.here); }

  idOf(target) { return Number(target.closest('.cue')?.dataset.id) || null; }

  async open() {
    const answer = await fetch(this.root.dataset.track, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) {
      this.part('loading').textContent = answer ? this.words.gone : this.words.offline;
      return;
    }
    if (answer.status === 200) [this.version, this.cues] = [/"([0-9a-f]+)"/.exec(answer.headers.get('ETag'))?.[1] ?? null, rules.read(await answer.text())];
    this.saved = this.cues;
    this.list.draw(this.cues);
    const draft = await drafts.find(this.root.dataset.draft) ?? await drafts.find(this.older);
    drafts.clear();
    if (draft) this.offer(draft);
    this.part('body').hidden = false;
    this.part('loading').hidden = true;
    this.touched();
    this.checkSoon();
  }

  /** A draft of what is saved now is put back at once; of anything else it is offered. */
  offer(draft) {
    const cues = draft.cues.map(cue => rules.cue(cue.from, cue.to, cue.speaker, cue.text));
    if (text(cues) === text(this.cues)) {
      this.forget();
      return;
    }
    this.kept = cues;
    const minutes = Math.round((Date.now() - draft.at) / 60000);
    const ago = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' }).format(...minutes < 60 ? [-minutes, 'minute'] : minutes < 2880 ? [-Math.round(minutes / 60), 'hour'] : [-Math.round(minutes / 1440), 'day']);
    const isSame = draft.version === this.version;
    if (isSame) this.edit(cues);
    // What is typed from here on must not take its place before somebody has decided.
    else drafts.keep(this.older, draft);
    this.notice(isSame ? 'draft-back' : 'draft-offered', ago);
  }

  forget() {
    drafts.forget(this.root.dataset.draft);
    drafts.forget(this.older);
  }

  /** @param key of what goes together in one step back. */
  edit(cues, { key = null, whole = false } = {}) {
    if (!cues || cues === this.cues) return false;
    const at = performance.now();
    if (!key || key !== this.lastKey || at - this.lastAt > together) this.past.push(this.cues);
    if (this.past.length > mostSteps) this.past.shift();
    [this.lastKey, this.lastAt, this.future, this.cues] = [key, at, [], cues];
    this.list.draw(cues, whole);
    this.touched();
    return true;
  }

  travel(from, to) {
    const cues = from.pop();
    if (!cues) return;
    to.push(this.cues);
    const before = this.cues;
    [this.cues, this.lastKey] = [cues, null];
    this.list.draw(cues, true);
    this.touched();
    const at = cues.findIndex((cue, at) => cue !== before[at]);
    const cue = cues[Math.min(at < 0 ? cues.length - 1 : at, cues.length - 1)];
    if (cue) this.list.focus(cue.id);
  }

  touched() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), keepAfter);
    this.part('empty').hidden = this.cues.length > 0;
    this.buttons.get('append')[0].hidden = this.cues.length === 0;
    for (const [act, steps] of [['undo', this.past], ['redo', this.future]]) this.off(act, steps.length === 0);
    for (const act of ['split', 'remove', 'startNow', 'endNow', 'playHere']) this.off(act, this.at < 0);
    this.off('join', this.at < 0 || this.at === this.cues.length - 1);
    this.part('which').textContent = this.at < 0 ? this.words.whichNone : filled(this.words.which, this.at + 1, this.cues.length);
    if (!this.isSaving) this.say(this.isDirty ? this.keepsDrafts ? this.words.dirty : this.words.noDrafts : this.done ?? '');
    this.count();
    this.checkSoon();
  }

  off(act, isOff) {
    for (const button of this.buttons.get(act) ?? [])
      if (isOff) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
  }

  say(words) {
    const place = this.part('said');
    if (place.textContent === words) return;
    place.textContent = words;
    this.part('near').textContent = words;
  }

  notice(name, ...values) {
    for (const notice of this.root.querySelectorAll('[data-notice]')) {
      const isThis = notice.dataset.notice === name;
      notice.hidden = !isThis;
      const words = notice.querySelector('[data-text]');
      if (isThis && words) words.textContent = filled(words.dataset.text, ...values);
      if (isThis && name !== 'faults') notice.scrollIntoView({ block: 'nearest' });
    }
  }

  async keepNow() {
    clearTimeout(this.keeping);
    if (this.cues === this.keptCues) return;
    this.keptCues = this.cues;
    if (!this.isDirty) return drafts.forget(this.root.dataset.draft);
    this.keepsDrafts = await drafts.keep(this.root.dataset.draft, { version: this.version, cues: this.cues });
    if (!this.keepsDrafts && this.isDirty) this.say(this.words.noDrafts);
  }

  typed(field) {
    const at = this.cues.findIndex(cue => cue.id === this.idOf(field));
    if (at < 0) return;
    const { field: name } = field.dataset;
    const value = name === 'from' || name === 'to' ? rules.readTime(field.value) ?? field.value : field.value;
    this.edit(rules.set(this.cues, at, { [name]: value }), { key: `${this.cues[at].id} ${name}` });
  }

  choose(id) {
    if (!id || id === this.here) return;
    this.here = id;
    this.list.choose(id);
    this.touched();
  }

  checkSoon() {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.check(), checkAfter);
  }

  /** @returns what keeps it from being saved. */
  check() {
    const found = rules.faults(this.cues);
    const marks = new Map();
    const typing = this.isStrict ? null : this.idOf(document.activeElement ?? this.root);
    const length = Number.isFinite(this.player?.duration) ? Math.round(this.player.duration * 1000) : 0;
    for (const cue of this.cues) {
      const note = rules.beyond(cue, length);
      if (note) marks.set(cue.id, { field: note === 'beginsBeyond' ? 'from' : 'to', words: filled(this.words[note], rules.shortTime(length)) });
      if (this.refused.has(cue)) marks.set(cue.id, { field: 'text', words: this.refused.get(cue), isFault: true });
    }
    for (const { at, kind, field } of found)
      if (this.cues[at].id !== typing)
        marks.set(this.cues[at].id, { field, words: this.words.faults[kind], isFault: true, act: kind === 'outOfOrder' && this.cues.every(cue => rules.isTime(cue.from)) ? { name: 'sort', words: this.words.sort } : null });
    this.list.mark(marks);
    this.faulty = this.cues.flatMap(cue => marks.get(cue.id)?.isFault ? [[cue.id, marks.get(cue.id).field]] : []);
    const shown = this.root.querySelector('[data-notice="faults"]');
    if (!shown.hidden) {
      if (this.faulty.length === 0) {
        shown.hidden = true;
        this.isStrict = false;
      }
      else this.notice('faults', this.faulty.length);
    }
    return found;
  }

  refuse() {
    this.isStrict = true;
    this.check();
    this.notice('faults', this.faulty.length);
    this.act('firstFault');
  }

  async save() {
    if (this.isSaving) return;
    if (this.cues.length === 0) {
      this.say(this.words.nothing);
      return;
    }
    if (rules.faults(this.cues).length > 0) {
      this.refuse();
      return;
    }
    const [sent, { text: body, lines }] = [this.cues, rules.write(this.cues)];
    this.isSaving = true;
    this.off('save', true);
    this.say(this.words.saving);
    const headers = { 'Content-Type': 'text/vtt', ...this.version ? { 'If-Match': `"${this.version}"` } : { 'If-None-Match': '*' } };
    const answer = await fetch(this.root.dataset.track, { method: 'PUT', headers, body }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    this.isSaving = false;
    this.off('save', false);
    if (answer?.status === 200 && said) this.took(sent, said);
    else if (answer?.status === 412 && said) {
      this.theirs = said;
      this.say(this.words.dirty);
      this.notice(said.text === null ? 'removed' : 'conflict', said.updatedAt ? new Date(said.updatedAt).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }) : '');
    }
    else if (answer?.status === 422 && said) {
      this.refused = new Map(said.faults.map(fault => [sent[Math.max(lines.findLastIndex(line => line <= fault.line), 0)], fault.words[0].toUpperCase() + fault.words.slice(1)]));
      this.say(this.words.dirty);
      this.refuse();
    }
    else this.say(said?.detail ?? (answer ? answer.status === 404 ? this.words.gone : this.words.failed : this.words.offline));
  }

  /** What is kept may be written in another way than what was sent, line by line the same. */
  took(sent, { version, text: kept }) {
    const written = rules.read(kept);
    this.version = version;
    this.isStrict = false;
    this.lastKey = null;
    this.done = filled(written.length === 1 ? this.words.savedOne : this.words.saved, written.length);
    const isUntouched = this.cues === sent;
    this.saved = sent;
    if (isUntouched && kept !== text(sent) && written.length === sent.length) {
      this.cues = this.saved = written.map((cue, at) => ({ ...cue, id: sent[at].id }));
      this.list.draw(this.cues, true);
    }
    this.notice(null);
    this.keptCues = null;
    this.touched();
  }

  follow() {
    cancelAnimationFrame(this.frame);
    const at = rules.current(this.cues, this.now);
    this.list.play(this.cues[at]?.id ?? null, this.part('follow').checked);
    const line = this.part('line');
    const words = this.cues[at]?.text ?? '';
    if (line.textContent !== words) line.textContent = words;
    if (!this.player.paused && this.root.isConnected) this.frame = requestAnimationFrame(() => this.follow());
  }

  seek(moment) {
    this.player.currentTime = Math.max(moment, 0) / 1000;
  }

  playAt(at) {
    const moment = this.cues[at]?.from;
    if (!this.player || !rules.isTime(moment)) return;
    this.choose(this.cues[at].id);
    // A player may stop a little early.
    this.seek(moment + 5);
    this.player.play();
  }

  pressed(event) {
    if (event.key === 'Escape' && this.list.element.contains(event.target)) event.target.blur();
    const act = actOf(event);
    if (!act) return;
    const isElsewhere = event.target.matches?.('input, textarea, select') && !this.list.element.contains(event.target);
    if (isElsewhere && !['toggle', 'back', 'on', 'save'].includes(act)) return;
    if (!this.player && ['toggle', 'back', 'on', 'playHere', 'startNow', 'endNow'].includes(act)) return;
    event.preventDefault();
    this.act(act);
  }

  clicked(event) {
    const button = event.target.closest('button');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    if (button.dataset.act) this.act(button.dataset.act);
    else if (button.dataset.play !== undefined) this.playAt(this.cues.findIndex(cue => cue.id === this.idOf(button)));
    else if (button.dataset.mend === 'sort') this.edit(rules.sorted(this.cues));
  }

  wanted() {
    const of = name => this.part('find').querySelector(`[data-${name}]`);
    return { words: of('wanted').value, matchCase: of('case').checked, whole: of('whole').checked };
  }

  count() {
    const found = rules.find(this.cues, this.wanted());
    this.part('found').textContent = !this.wanted().words ? '' : found.times === 0 ? this.words.foundNone : filled(found.times === 1 ? this.words.foundOne : found.places.length === 1 ? this.words.foundInOne : this.words.found, found.times, found.places.length);
    for (const act of ['findNext', 'replaceAll']) this.off(act, found.times === 0);
    return found;
  }

  /** From the place of the caret, in names and words, around to the beginning. */
  findNext() {
    const wanted = this.wanted();
    const { places } = this.count();
    if (places.length === 0) return;
    const fields = ['speaker', 'text'];
    const start = Math.max(this.at, 0);
    const last = this.found?.id === this.here ? this.found : { field: 'speaker', end: 0 };
    for (let turn = 0; turn <= this.cues.length; turn++) {
      const cue = this.cues[(start + turn) % this.cues.length];
      for (const field of fields) {
        if (turn === 0 && fields.indexOf(field) < fields.indexOf(last.field)) continue;
        const place = rules.locate(cue[field], wanted, turn === 0 && field === last.field ? last.end : 0);
        if (!place) continue;
        this.list.focus(cue.id, field, ...place);
        this.found = { id: cue.id, field, end: place[1] };
        return;
      }
    }
  }

  take(made, caret = 0) {
    if (!made || !this.edit(made.cues, { whole: true })) return false;
    this.list.focus(this.cues[made.at].id, 'text', caret);
    return true;
  }

  download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text(this.cues)], { type: 'text/vtt' }));
    link.download = `captions-${this.root.dataset.language}.vtt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  act(name) {
    const [at, cues] = [this.at, this.cues];
    const field = this.list.field(this.here);
    switch (name) {
      case 'toggle': return this.player.paused ? this.player.play() : this.player.pause();
      case 'back': return this.seek(this.now - step * 1000);
      case 'on': return this.seek(this.now + step * 1000);
      case 'playHere': return this.playAt(at >= 0 ? at : Math.max(rules.current(cues, this.now), 0));
      case 'previous': return cues.length > 0 && this.list.focus(cues[Math.max(at - 1, 0)].id);
      case 'next': return cues.length > 0 && this.list.focus(cues[Math.min(at + 1, cues.length - 1)].id);
      case 'startNow': return at >= 0 && this.edit(rules.setStart(cues, at, this.now), { whole: true });
      case 'endNow': return at >= 0 && this.edit(rules.set(cues, at, { to: this.now }), { whole: true });
      case 'split': return at >= 0 && (this.take(rules.split(cues, at, field.selectionStart, this.now)) || this.say(this.words.cantSplit));
      case 'join': {
        const before = at >= 0 ? rules.clean(cues[at].text).length : 0;
        return at >= 0 && this.take({ cues: rules.join(cues, at), at }, before);
      }
      case 'insert': return this.take(rules.insert(cues, at >= 0 ? at : cues.length - 1, this.now));
      case 'append': return this.take(rules.insert(cues, cues.length - 1, this.now));
      case 'remove': {
        if (at < 0 || !this.edit(rules.remove(cues, at))) return;
        const next = this.cues[Math.min(at, this.cues.length - 1)];
        this.here = null;
        if (next) this.list.focus(next.id);
        else this.touched();
        return this.say(this.words.removed);
      }
      case 'undo': return this.travel(this.past, this.future);
      case 'redo': return this.travel(this.future, this.past);
      case 'save': return this.save();
      case 'findNext': return this.findNext();
      case 'replaceAll': {
        const { times } = this.count();
        const by = this.part('find').querySelector('[data-by]').value;
        return times > 0 && this.edit(rules.replace(cues, this.wanted(), by), { whole: true }) && this.say(filled(times === 1 ? this.words.replacedOne : this.words.replaced, times));
      }
      case 'firstFault': return this.faulty?.length > 0 && this.list.focus(...this.faulty[0]);
      case 'putDraft':
        drafts.forget(this.older);
        this.edit(this.kept, { whole: true });
        return this.notice(null);
      case 'dropDraft':
        if (this.root.querySelector('[data-notice="draft-back"]').hidden) drafts.forget(this.older);
        else this.edit(this.saved, { whole: true });
        if (!this.isDirty) this.forget();
        return this.notice(null);
      case 'download': return this.download();
      case 'takeTheirs':
        [this.version, this.saved] = [this.theirs.version, this.theirs.text === null ? [] : rules.read(this.theirs.text)];
        this.edit(this.saved, { whole: true });
        return this.notice(null);
      case 'saveMine':
        this.version = this.theirs.version;
        this.notice(null);
        return this.save();
    }
  }
}

export function attach(root) {
  new Editor(root).open();
}
