// Saves the words of a speaker's form by itself; without this module the Save buttons do the same.
const form = document.getElementById('talk');
const status = document.getElementById('saved');
const wait = 2000;
let timer = 0;
let sent = '';

function words() {
  const data = new FormData(form);
  for (const name of ['files', 'photo', 'left', 'top', 'size', 'link', 'link-title', 'remove']) data.delete(name);
  return data;
}

function say(text, kind) {
  status.className = `status ${kind}`;
  status.textContent = text;
}

async function save() {
  const data = words();
  const now = new URLSearchParams(data).toString();
  if (now === sent) return;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    const { problems } = await answer.json();
    if (problems.length > 0) return say(problems[0].text, 'bad');
    sent = now;
    say(status.dataset.saved.replace('{0}', new Date().toLocaleTimeString()), 'good');
  } catch {
    say(status.dataset.failed, 'bad');
    later();
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

if (form && status) {
  sent = new URLSearchParams(words()).toString();
  form.addEventListener('input', event => { if (!['files', 'link', 'link-title'].includes(event.target.id)) later(); });
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    // Held until files have arrived: the words need not wait for them.
    if (event.defaultPrevented) save();
  });
}
