// Tells the server what stands in a field of a form that keeps drafts soon after typing stops, not only when the field is left.
const after = 1000;
const timers = new WeakMap();

document.addEventListener('input', event => {
  const field = event.target;
  if (!field.matches?.('[data-drafts] textarea, [data-drafts] input:not([type]), [data-drafts] input:is([type=text], [type=url], [type=email])')) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => field.dispatchEvent(new Event('change', { bubbles: true })), after));
});
