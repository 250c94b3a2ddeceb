// Makes a recording easier to find one's way in: the address names a moment (?t=754 or ?t=12:34), the place is remembered, and what is
// said stands below, follows, and leads to its moment. Chapters lead to theirs without a reload. A video that stands elsewhere is loaded when
// somebody presses play, not before. Without scripts there are the player, its captions, the chapters' and the transcript's links.
const keep = 5;

const seconds = text => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const moment = at => {
  const [h, m, s] = [Math.floor(at / 3600), Math.floor(at / 60) % 60, Math.floor(at) % 60];
  return (h ? `${h}:${String(m).padStart(2, '0')}` : m) + `:${String(s).padStart(2, '0')}`;
};

function begin(player, at) {
  const go = () => { player.currentTime = at; };
  if (player.readyState > 0) go();
  else {
    player.addEventListener('loadedmetadata', go, { once: true });
    player.preload = 'metadata';
  }
}

function remember(player) {
  const name = `at:${player.closest('.recording').dataset.recording}`;
  let last = 0;
  player.addEventListener('timeupdate', () => {
    if (Math.abs(player.currentTime - last) < keep) return;
    last = player.currentTime;
    try { localStorage.setItem(name, String(Math.floor(last))); } catch { /* No room, or not allowed: then it is not remembered. */ }
  });
  player.addEventListener('ended', () => localStorage.removeItem(name));
  return Number(localStorage.getItem(name)) || 0;
}

function lines(player, track, list) {
  const items = new Map();
  let last = null;
  for (const cue of track.cues) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    const time = document.createElement('time');
    time.textContent = moment(cue.startTime);
    const said = document.createElement('span');
    const words = cue.getCueAsHTML();
    const speaker = words.querySelector('span[title]')?.title ?? null;
    if (speaker && speaker !== last) {
      const name = document.createElement('b');
      name.textContent = `${speaker}: `;
      said.append(name);
    }
    last = speaker;
    said.append(words.textContent);
    button.append(time, ' ', said);
    button.addEventListener('click', () => { player.currentTime = cue.startTime + .01; player.play(); });
    item.append(button);
    list.append(item);
    items.set(cue, item);
  }
  return items;
}

function transcript(player, place) {
  const spoken = [...player.textTracks].filter(t => t.kind !== 'chapters');
  const track = spoken.find(t => t.language === document.documentElement.lang) ?? spoken[0];
  if (!track || !place) return;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = place.dataset.heading;
  const label = document.createElement('label');
  label.className = 'check';
  const follow = document.createElement('input');
  follow.type = 'checkbox';
  follow.checked = true;
  label.append(follow, place.dataset.follow);
  const list = document.createElement('ol');
  list.lang = track.language;
  list.tabIndex = 0;
  list.setAttribute('aria-label', place.dataset.heading);
  details.append(summary, label, list);
  place.append(details);
  place.hidden = false;

  let items = null;
  const show = () => {
    if (!details.open || !items && !track.cues?.length) return;
    items ??= lines(player, track, list);
    for (const [cue, item] of items) item.classList.toggle('now', [...track.activeCues ?? []].includes(cue));
    const now = list.querySelector('.now');
    if (now && follow.checked) list.scrollTo({ top: now.offsetTop - list.clientHeight / 2, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  };
  // An hour of talk is as long as all else on the page: it is fetched by whoever opens it.
  details.addEventListener('toggle', () => {
    if (details.open && track.mode === 'disabled') track.mode = 'hidden';
    show();
  });
  [...player.querySelectorAll('track')].find(t => t.track === track).addEventListener('load', show);
  track.addEventListener('cuechange', show);
}

const leads = (recording, go) => {
  for (const link of recording.querySelectorAll('.recording-chapters a'))
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      history.replaceState(null, '', link.href);
      go(Number(link.dataset.at));
    });
};

const mark = (recording, at) => {
  const links = [...recording.querySelectorAll('.recording-chapters a')];
  const now = links.findLast(link => Number(link.dataset.at) <= at + .25);
  for (const link of links)
    if (link === now) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
};

// Nothing of another site is asked for before the button is pressed: the player's address is made then.
function elsewhere(recording, start) {
  const place = recording.querySelector('.link-player');
  if (!place) return;
  const button = place.querySelector('[data-play]');
  const named = button.textContent;
  let frame = null;
  const load = at => {
    const next = document.createElement('iframe');
    next.className = 'recording-frame';
    next.title = place.dataset.title;
    next.allow = 'autoplay; fullscreen; picture-in-picture';
    next.referrerPolicy = 'strict-origin-when-cross-origin';
    next.src = place.dataset.embed + (at > 0 ? place.dataset.start + at : '');
    (frame ?? place).replaceWith(next);
    frame = next;
    frame.focus();
  };
  const from = at => {
    start = at;
    button.textContent = at > 0 ? place.dataset.from.replace('{0}', moment(at)) : named;
    mark(recording, at);
  };
  button.addEventListener('click', () => load(start));
  leads(recording, at => {
    from(at);
    if (frame) load(at);
    else button.focus();
  });
  if (start > 0) from(start);
  place.hidden = false;
}

const asked = new URLSearchParams(location.search);
const time = asked.get('t');
const wanted = time && /^[0-9]+(:[0-9]{1,2}){0,2}$/.test(time) ? seconds(time) : 0;
const recordings = [...document.querySelectorAll('.recording')];
const chosen = recordings.find(r => r.dataset.recording === asked.get('recording')) ?? recordings[0];
for (const recording of recordings) {
  const start = recording === chosen ? wanted : 0;
  const player = recording.querySelector('video, audio');
  if (!player) {
    elsewhere(recording, start);
    continue;
  }
  const left = remember(player);
  if (start > 0 || (recording === chosen && time === '0')) begin(player, start);
  else if (left > keep) begin(player, left);
  leads(recording, at => {
    begin(player, at);
    player.play();
  });
  player.addEventListener('timeupdate', () => mark(recording, player.currentTime));
  player.addEventListener('seeked', () => mark(recording, player.currentTime));
  transcript(player, recording.querySelector('.transcript'));
}
