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
  const name = `at:${new URL(player.currentSrc || player.src, location.href).pathname}`;
  let last = 0;
  player.addEventListener('timeupdate', () => {
    if (Math.abs(player.currentTime - last) < keep) return;
    last = player.currentTime;
    try { localStorage.setItem(name, String(Math.floor(last))); } catch { /* No room, or not allowed: then it is not remembered. */ }
  });
  player.addEventListener('ended', () => localStorage.removeItem(name));
  return Number(localStorage.getItem(name)) || 0;
}

function transcript(player, place) {
  const track = [...player.textTracks].find(t => t.language === document.documentElement.lang) ?? player.textTracks[0];
  if (!track || !place) return;
  // A track that nobody shows is not fetched.
  if (track.mode === 'disabled') track.mode = 'hidden';
  const element = [...player.querySelectorAll('track')].find(t => t.track === track);
  const fill = () => {
    if (!track.cues?.length || place.childElementCount) return;
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
    const lines = new Map();
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
      lines.set(cue, item);
    }
    track.addEventListener('cuechange', () => {
      for (const [cue, item] of lines) item.classList.toggle('now', [...track.activeCues].includes(cue));
      const now = list.querySelector('.now');
      if (now && follow.checked && details.open) list.scrollTo({ top: now.offsetTop - list.clientHeight / 2, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    });
    details.append(summary, label, list);
    place.append(details);
    place.hidden = false;
  };
  element.addEventListener('load', fill);
  fill();
}

const asked = new URLSearchParams(location.search).get('t');
const players = [...document.querySelectorAll('.recording video, .recording audio')];
for (const [n, player] of players.entries()) {
  const left = remember(player);
  if (n === 0 && asked && /^[0-9]+(:[0-9]{1,2}){0,2}$/.test(asked)) begin(player, seconds(asked));
  else if (left > keep) begin(player, left);
  transcript(player, player.closest('.recording').querySelector('.transcript'));
}
