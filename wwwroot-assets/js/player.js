// Makes a recording easier to find one's way in: the address names a moment (?t=754 or ?t=12:34), the place is remembered, and what is
// said stands below, follows, and leads to its moment. Without scripts there are the player, its captions and the transcript's link.
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
  const track = [...player.textTracks].find(t => t.language === document.documentElement.lang) ?? player.textTracks[0];
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

const asked = new URLSearchParams(location.search).get('t');
const players = [...document.querySelectorAll('.recording video, .recording audio')];
for (const [n, player] of players.entries()) {
  const left = remember(player);
  if (n === 0 && asked && /^[0-9]+(:[0-9]{1,2}){0,2}$/.test(asked)) begin(player, seconds(asked));
  else if (left > keep) begin(player, left);
  transcript(player, player.closest('.recording').querySelector('.transcript'));
}
