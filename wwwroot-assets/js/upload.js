// Sends files in pieces by the tus protocol and goes on after a cut, a reload or a restart of the server. Without this module the plain field does its work.
const spoken = { 'Tus-Resumable': '1.0.0' };
const smallest = 1 << 20;
const largest = 1 << 24;
const waits = [1, 2, 4, 8, 15, 30];
const atOnce = 2;
const memory = 20000;
const zones = new Map();
let held = null;

/** A server that answered, or none: then the status is 0. */
function ask(method, url, headers, body, onProgress, onStart) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries({ ...spoken, ...headers })) request.setRequestHeader(name, value);
    if (onProgress) request.upload.onprogress = event => onProgress(event.loaded);
    request.onloadend = () => done({ status: request.status, header: name => request.getResponseHeader(name), text: request.responseText });
    onStart?.(request);
    request.send(body);
  });
}

const sentence = answer => { try { return JSON.parse(answer.text).detail; } catch { return null; } };
const base64 = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);

class Sending {
  constructor(zone, file, facts) {
    Object.assign(this, { zone, file, url: null, at: 0, sent: 0, state: 'waiting', said: '', rate: 0, seen: [], piece: smallest, tries: 0, runs: 0 }, facts);
    this.row = zone.row(this);
    this.draw();
  }

  get busy() { return this.state === 'sending' || this.state === 'retrying'; }

  get percent() { return Math.min(this.state === 'done' ? 100 : 99, Math.floor(100 * this.sent / this.size)); }

  turn(state, said = '') {
    const before = this.state;
    Object.assign(this, { state, said });
    this.draw();
    if (before !== state && this.zone.words.spoken[state]) this.zone.say(filled(this.zone.words.spoken[state], this.name, said, this.percent));
    this.zone.next();
  }

  async run() {
    const run = ++this.runs;
    Object.assign(this, { seen: [], rate: 0 });
    this.turn('sending');
    let asks = this.url !== null;
    while (this.busy && run === this.runs) {
      const answer = this.url === null ? await this.begin() : asks ? await this.look() : await this.send();
      // Paused, or paused and gone on with, while it was on its way.
      if (!this.busy || run !== this.runs) return;
      asks = this.url !== null && (asks ? answer.status !== 200 : ![201, 204].includes(answer.status));
      if (answer.status < 300 && answer.status > 0) {
        this.tries = 0;
        if (this.at === this.size) return this.arrive();
        if (this.state === 'retrying') this.turn('sending');
      } else if (answer.status === 409) {
        asks = true;
      } else if ([404, 410].includes(answer.status) && this.url !== null) {
        this.forget();
        Object.assign(this, { url: null, at: 0, sent: 0 });
      } else if ([0, 408, 423, 460, 500, 502, 503, 504].includes(answer.status)) {
        await this.wait();
      } else if ([429, 507].includes(answer.status)) {
        return this.turn('stopped', sentence(answer) ?? this.zone.words.failed);
      } else {
        this.forget();
        return this.turn('refused', sentence(answer) ?? (answer.status === 404 ? this.zone.words.closed : this.zone.words.failed));
      }
    }
  }

  async begin() {
    const words = { filename: this.name, ...this.about };
    const answer = await ask('POST', this.zone.endpoint, {
      'Upload-Length': this.size,
      'Upload-Metadata': Object.entries(words).filter(([, value]) => value).map(([key, value]) => `${key} ${base64(new TextEncoder().encode(value))}`).join(','),
    });
    if (answer.status === 201) {
      this.url = answer.header('Location');
      try { localStorage.setItem(this.key, this.url.split('/').pop()); } catch { /* Without a memory it goes on until the page is left. */ }
    }
    return answer;
  }

  async look() {
    const answer = await ask('HEAD', this.url);
    if (answer.status === 200) this.at = this.sent = Number(answer.header('Upload-Offset'));
    return answer;
  }

  async send() {
    const end = Math.min(this.size, this.at + this.piece);
    const headers = { 'Upload-Offset': this.at, 'Content-Type': 'application/offset+octet-stream' };
    const body = this.file.slice(this.at, end);
    try {
      const bytes = await body.arrayBuffer();
      if (crypto.subtle) headers['Upload-Checksum'] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))}`;
    } catch {
      this.turn('refused', this.zone.words.unreadable);
      return { status: -1 };
    }
    if (!this.busy) return { status: -1 };
    const began = performance.now();
    const answer = await ask('PATCH', this.url, headers, body, loaded => this.moved(this.at + loaded), request => { this.request = request; });
    if (answer.status === 204) {
      this.at = this.sent = Number(answer.header('Upload-Offset'));
      this.moved(this.at);
      // Pieces of some seconds: a cut costs little, and little time goes into asking.
      this.piece = performance.now() - began < 4000 ? Math.min(largest, this.piece * 2) : this.piece;
    } else {
      this.sent = this.at;
      this.seen = [];
      this.piece = Math.max(smallest, this.piece / 2);
    }
    this.draw();
    return answer;
  }

  /** The rate is that of the last seconds: one piece alone is handed over in a moment and answered much later. */
  moved(sent) {
    const now = performance.now();
    if (sent > this.sent) this.sent = sent;
    if (now - this.seen.at(-1)?.[0] < 500) return;
    this.seen = [...this.seen.filter(([at]) => now - at < memory), [now, this.sent]];
    const [since, from] = this.seen[0];
    if (now - since > 2000) this.rate = 1000 * (this.sent - from) / (now - since);
    this.draw();
  }

  async wait() {
    const seconds = waits[Math.min(this.tries++, waits.length - 1)];
    this.turn('retrying');
    for (let left = seconds; left > 0 && this.state === 'retrying'; left--) {
      this.draw(left);
      await new Promise(done => { this.wake = done; setTimeout(done, 1000); });
      if (this.hurry) break;
    }
    this.hurry = false;
    this.draw();
  }

  pause() {
    this.sent = this.at;
    this.turn('paused');
    this.request?.abort();
  }

  again() {
    this.zone.queue(this);
  }

  cancel() {
    const url = this.url;
    this.state = 'gone';
    this.request?.abort();
    this.forget();
    this.zone.drop(this);
    this.zone.say(filled(this.zone.words.spoken.gone, this.name));
    // While the cut request is still being put away the server says "locked".
    if (url) (async () => { for (const wait of [0, 1, 3]) { await new Promise(done => setTimeout(done, wait * 1000)); if ((await ask('DELETE', url)).status !== 423) return; } })();
  }

  async arrive() {
    this.sent = this.size;
    this.forget();
    this.turn('done');
    if (await this.zone.arrived()) this.zone.drop(this);
  }

  forget() {
    try { localStorage.removeItem(this.key); } catch { /* Nothing was remembered either. */ }
  }

  draw(left) {
    this.zone.paint(this, left);
  }
}

class Zone {
  constructor(endpoint) {
    Object.assign(this, { endpoint, all: [], memory: `upload ${Zone.hash(endpoint)} ` });
  }

  /** An address holds a personal link: what is remembered beside a file must not. */
  static hash(text) {
    let hash = 2166136261;
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
    return hash.toString(36);
  }

  attach(root, onArrived) {
    this.root = root;
    this.words = JSON.parse(root.dataset.words);
    this.onArrived = onArrived;
    this.list = root.querySelector('[data-list]');
    this.input = root.querySelector('input[type=file]');
    const form = this.input.form;
    const onPress = root.dataset.when === 'press';
    const hint = document.getElementById(root.dataset.hintFor);
    if (hint) hint.textContent = root.dataset.hint;
    for (const sending of this.all) this.list.append(sending.row);
    this.list.hidden = this.all.length === 0;
    // Whatever else the form saves, files go this way.
    this.input.removeAttribute('name');
    if (onPress) {
      form.addEventListener('submit', event => { event.preventDefault(); this.take(form); });
    } else {
      this.input.addEventListener('change', () => this.take());
    }
    const box = root.querySelector('.drop') ?? root;
    box.addEventListener('dragover', event => { event.preventDefault(); box.classList.add('over'); });
    box.addEventListener('dragleave', () => box.classList.remove('over'));
    box.addEventListener('drop', event => {
      event.preventDefault();
      box.classList.remove('over');
      if (event.dataTransfer.files.length === 0) return;
      this.input.files = event.dataTransfer.files;
      if (!onPress) this.take();
    });
    // Chosen while this module was on its way.
    if (!onPress && this.input.files.length > 0) this.take();
    this.remember();
  }

  take(form) {
    const about = form ? Object.fromEntries(['title', 'licence', 'credit', 'replaces'].map(name => [name, form.elements[name]?.value.trim()])) : {};
    for (const file of this.input.files) this.add(file, about);
    this.input.value = '';
    if (!form) return;
    form.elements.title.value = '';
    // The next file is a new one again, unless somebody says so.
    if (form.elements.replaces) form.elements.replaces.value = '';
  }

  add(file, about) {
    const key = `${this.memory}${file.size} ${file.lastModified} ${file.name}`;
    const known = this.all.find(sending => sending.key === key);
    if (known?.busy || known?.state === 'waiting') return;
    if (known && ['left', 'paused', 'stopped'].includes(known.state)) {
      known.file = file;
      return this.queue(known);
    }
    if (known) this.drop(known);
    this.all.push(new Sending(this, file, { key, about, name: file.name, size: file.size }));
    this.next();
  }

  /** What was on its way when the page was left. */
  async remember() {
    let keys = [];
    try { keys = Object.keys(localStorage); } catch { /* Nothing is remembered here. */ }
    for (const key of keys.filter(key => key.startsWith(this.memory) && !this.all.some(sending => sending.key === key))) {
      const [size, , ...name] = key.slice(this.memory.length).split(' ');
      const url = `${this.endpoint}/${localStorage.getItem(key)}`;
      const answer = await ask('HEAD', url);
      const at = Number(answer.header('Upload-Offset'));
      if (answer.status === 200 && at < Number(size) && !this.all.some(sending => sending.key === key))
        this.all.push(new Sending(this, null, { key, url, at, sent: at, name: name.join(' '), size: Number(size), state: 'left' }));
      else if ([200, 404, 410].includes(answer.status)) localStorage.removeItem(key);
    }
  }

  queue(sending) {
    sending.state = 'waiting';
    sending.draw();
    this.next();
  }

  next() {
    const busy = this.all.filter(sending => sending.busy).length;
    if (busy < atOnce) this.all.find(sending => sending.state === 'waiting')?.run();
    release();
  }

  async arrived() {
    try {
      await this.onArrived();
      return true;
    } catch {
      return false;
    }
  }

  drop(sending) {
    const hadFocus = sending.row.contains(document.activeElement);
    this.all = this.all.filter(other => other !== sending);
    sending.row.remove();
    this.list.hidden = this.all.length === 0;
    if (hadFocus) this.input.focus();
    this.next();
  }

  say(text) {
    this.root.querySelector('[data-said]').textContent = text;
  }

  row(sending) {
    const row = document.createElement('li');
    row.className = 'upload';
    row.innerHTML = '<b></b><span class="status"></span><progress max="100"></progress><span class="hint"></span><span class="row"><button type="button" class="button quiet small"><span></span><span class="hidden-text"></span></button><button type="button" class="button quiet small"><span></span><span class="hidden-text"></span></button></span>';
    row.querySelector('b').textContent = sending.name;
    row.querySelector('progress').setAttribute('aria-label', sending.name);
    for (const name of row.querySelectorAll('.hidden-text')) name.textContent = ` ${sending.name}`;
    const [first, second] = row.querySelectorAll('button');
    first.addEventListener('click', () => sending.busy || sending.state === 'waiting' ? sending.pause() : sending.again());
    second.addEventListener('click', () => sending.cancel());
    this.list.append(row);
    this.list.hidden = false;
    return row;
  }

  paint(sending, left) {
    const { row, state, percent } = sending;
    const words = this.words;
    const [first, second] = row.querySelectorAll('button');
    const status = row.querySelector('.status');
    status.className = `status ${{ done: 'good', refused: 'bad', stopped: 'bad' }[state] ?? 'wait'}`;
    status.textContent = filled(words.state[state] ?? '', percent, this.time(sending));
    row.querySelector('progress').value = percent;
    row.querySelector('progress').hidden = state === 'refused';
    row.querySelector('.hint').textContent = sending.said || (state === 'retrying' && left ? filled(words.retry, left, percent)
      : state === 'left' ? filled(words.left, sending.name, percent)
        : filled(sending.rate && state === 'sending' ? words.ofAt : words.of, this.bytes(sending.sent), this.bytes(sending.size), this.bytes(sending.rate)));
    first.firstChild.textContent = sending.busy || state === 'waiting' ? words.pause : words.goOn;
    first.hidden = ['done', 'refused', 'left'].includes(state);
    second.firstChild.textContent = state === 'refused' ? words.close : state === 'left' ? words.forget : words.cancel;
    second.hidden = state === 'done';
  }

  bytes(count) {
    const [unit, size] = count >= 1 << 30 ? ['GB', 1 << 30] : count >= 1 << 20 ? ['MB', 1 << 20] : ['KB', 1 << 10];
    return `${(count / size).toFixed(unit === 'KB' ? 0 : 1)} ${unit}`;
  }

  time(sending) {
    if (!sending.rate) return '…';
    const seconds = Math.ceil((sending.size - sending.sent) / sending.rate);
    if (seconds < 60) return filled(this.words.seconds, Math.max(1, seconds));
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? filled(this.words.minutes, minutes) : filled(this.words.hours, Math.floor(minutes / 60), minutes % 60);
  }
}

/** Takes over a file field; one that is drawn again finds its uploads again. */
export function attach(root, onArrived) {
  if (!root || root.dataset.taken) return;
  root.dataset.taken = 'yes';
  const endpoint = root.dataset.upload;
  if (!zones.has(endpoint)) zones.set(endpoint, new Zone(endpoint));
  zones.get(endpoint).attach(root, onArrived?.invokeMethodAsync ? () => onArrived.invokeMethodAsync('Arrived') : onArrived);
}

const any = (...states) => [...zones.values()].some(zone => zone.all.some(sending => states.includes(sending.state)));

/** A form that leaves the page would cut the files on their way: it waits for the last of them. */
function hold(event, words) {
  if (event.defaultPrevented || !any('waiting', 'sending', 'retrying', 'paused', 'stopped')) return;
  event.preventDefault();
  held?.notice.remove();
  const notice = document.createElement('span');
  notice.className = 'status wait';
  notice.role = 'status';
  (event.submitter ?? event.target).after(notice);
  notice.textContent = words.held;
  held = { form: event.target, submitter: event.submitter, notice, words };
}

function release() {
  if (!held || any('waiting', 'sending', 'retrying', 'paused', 'stopped')) return;
  const { form, submitter, notice, words } = held;
  held = null;
  // Why a file was not taken is to be read first.
  if (any('refused')) notice.textContent = words.unsent;
  else form.requestSubmit(submitter);
}

/** What the server has drawn anew replaces what it drew before; fields in which somebody may be typing are left alone. */
async function refresh() {
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(answer.status);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of document.querySelectorAll('[data-fresh]')) {
    const now = fresh.querySelector(`[data-fresh="${old.dataset.fresh}"]`);
    if (now && !(old.hasAttribute('data-once') && old.childElementCount > 0)) old.replaceChildren(...now.childNodes);
  }
}

addEventListener('online', () => {
  for (const zone of zones.values()) for (const sending of zone.all) { sending.hurry = true; sending.wake?.(); }
});
addEventListener('beforeunload', event => { if (any('waiting', 'sending', 'retrying')) event.preventDefault(); });
for (const root of document.querySelectorAll('[data-upload][data-page]')) {
  attach(root, refresh);
  document.addEventListener('submit', event => hold(event, JSON.parse(root.dataset.words)), true);
}
