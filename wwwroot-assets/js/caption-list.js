// The rows of the caption editor: plain fields, one set a cue. Only what is new, gone or other is touched, so that a track of thousands stays quick,
// and rows out of sight are not laid out (console.css). What is typed goes to whoever made the list.
import { shortTime, writeTime } from './caption-cues.js';

const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);

function prototype(language) {
  const row = document.createElement('li');
  row.className = 'cue';
  row.innerHTML = `<div class="cue-head"><button type="button" class="cue-play" data-play></button><input type="text" class="cue-time" data-field="from" autocomplete="off" spellcheck="false" maxlength="20"><span aria-hidden="true">–</span><input type="text" class="cue-time" data-field="to" autocomplete="off" spellcheck="false" maxlength="20"><input type="text" class="cue-who" data-field="speaker" autocomplete="off" spellcheck="false" maxlength="100"></div><textarea data-field="text" rows="1" spellcheck="true"></textarea>`;
  row.querySelector('textarea').lang = language;
  return row;
}

export class CueList {
  #rows = new Map();
  #order = [];
  #now = null;
  #here = null;
  #prototype;

  constructor(element, words, language, canPlay) {
    Object.assign(this, { element, words });
    this.#prototype = prototype(language);
    if (!canPlay) this.#prototype.querySelector('[data-play]').remove();
    this.#prototype.querySelector('.cue-who').placeholder = words.speaker;
  }

  /** @param whole also the field that has the focus: what stands there is not what was typed. */
  draw(cues, whole = false) {
    if (cues.length !== this.#order.length || cues.some((cue, at) => cue.id !== this.#order[at])) this.#arrange(cues);
    for (const cue of cues) {
      const row = this.#rows.get(cue.id);
      if (whole || row.cue !== cue) this.#fill(row, cue, whole);
    }
  }

  #arrange(cues) {
    const ids = cues.map(cue => cue.id);
    const kept = new Set(ids);
    for (const [id, row] of this.#rows)
      if (!kept.has(id)) {
        row.element.remove();
        this.#rows.delete(id);
      }
    let place = this.element.firstElementChild;
    for (const id of ids) {
      let row = this.#rows.get(id);
      if (!row) this.#rows.set(id, row = this.#make(id));
      if (row.element === place) place = place.nextElementSibling;
      else this.element.insertBefore(row.element, place);
    }
    this.#order = ids;
  }

  #make(id) {
    const element = this.#prototype.cloneNode(true);
    element.dataset.id = id;
    const fields = Object.fromEntries([...element.querySelectorAll('[data-field]')].map(field => [field.dataset.field, field]));
    return { element, fields, play: element.querySelector('[data-play]'), cue: null, marked: '' };
  }

  #fill(row, cue, whole) {
    const before = row.cue;
    row.cue = cue;
    for (const [name, field] of Object.entries(row.fields)) {
      const value = name === 'from' || name === 'to' ? writeTime(cue[name]) : cue[name];
      if (field.value !== value && (whole || field !== document.activeElement)) field.value = value;
    }
    if (before?.text !== cue.text) row.fields.text.rows = Math.min(6, cue.text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 60), 0));
    if (before?.from === cue.from) return;
    const { from, to, speaker, text } = row.fields;
    for (const [field, words] of [[from, this.words.startOf], [to, this.words.endOf], [speaker, this.words.speakerOf], [text, this.words.textOf], ...row.play ? [[row.play, this.words.playFrom]] : []])
      field.setAttribute('aria-label', filled(words, shortTime(cue.from)));
  }

  /** Puts a time as it is written once its field is left. */
  tidy(id) {
    const row = this.#rows.get(id);
    if (row) this.#fill(row, row.cue, true);
  }

  /** @param marks of each id: { field, words, isFault, act }. */
  mark(marks) {
    for (const [id, row] of this.#rows) {
      const mark = marks.get(id);
      const key = mark ? `${mark.field} ${mark.words}` : '';
      if (row.marked === key) continue;
      row.marked = key;
      row.element.querySelector('.cue-mark')?.remove();
      for (const field of Object.values(row.fields)) {
        field.removeAttribute('aria-invalid');
        field.removeAttribute('aria-describedby');
      }
      if (!mark) continue;
      const said = document.createElement('p');
      said.className = mark.isFault ? 'cue-mark field-error' : 'cue-mark hint';
      said.id = `cue-mark-${id}`;
      said.textContent = mark.words;
      if (mark.act) {
        const button = document.createElement('button');
        Object.assign(button, { type: 'button', className: 'button small quiet', textContent: mark.act.words });
        button.dataset.mend = mark.act.name;
        said.append(' ', button);
      }
      row.element.append(said);
      if (mark.isFault) row.fields[mark.field].setAttribute('aria-invalid', 'true');
      row.fields[mark.field].setAttribute('aria-describedby', said.id);
    }
  }

  /** The one that is played. */
  play(id, isFollowed) {
    if (this.#now === id) return;
    this.#turn(this.#now, 'now', false);
    this.#now = id;
    const row = this.#turn(id, 'now', true);
    // Whoever types is not taken away from their line.
    if (row && isFollowed && !document.activeElement?.closest('.cue :is(input, textarea)')) this.#show(row.element);
  }

  /** The one that the acts are about. */
  choose(id) {
    if (this.#here === id) return;
    this.#turn(this.#here, 'here', false);
    this.#here = id;
    this.#turn(id, 'here', true);
  }

  #turn(id, name, isOn) {
    const row = this.#rows.get(id);
    row?.element.classList.toggle(name, isOn);
    if (name === 'now' && row) {
      if (isOn) row.element.setAttribute('aria-current', 'true');
      else row.element.removeAttribute('aria-current');
    }
    return row;
  }

  #show(element) {
    element.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  field(id, name = 'text') {
    return this.#rows.get(id)?.fields[name] ?? null;
  }

  focus(id, name = 'text', from = null, to = from) {
    const field = this.field(id, name);
    if (!field) return;
    field.focus({ preventScroll: true });
    if (from !== null) field.setSelectionRange(from, to);
    this.#rows.get(id).element.scrollIntoView({ block: 'nearest' });
  }
}
