// Shows a session's time in the visitor's own zone, where that differs. Without scripts the page's form does the same.
for (const place of document.querySelectorAll('.own-time')) {
  const start = new Date(place.dataset.start);
  const end = new Date(place.dataset.end);
  if (-start.getTimezoneOffset() === Number(place.dataset.offset)) continue;
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const hour = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const zone = new Intl.DateTimeFormat(language, { timeZoneName: 'longOffset' }).formatToParts(start).find(part => part.type === 'timeZoneName').value;
  const own = `${day.format(start).replace(',', '')}, ${hour.formatRange(start, end)}, ${Intl.DateTimeFormat().resolvedOptions().timeZone} (${zone.replace('GMT', 'UTC')})`;
  place.textContent = place.dataset.words.replace('{0}', own);
}
