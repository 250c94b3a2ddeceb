// What the console can't ask or do from the server: the viewer's own zone, focus by id, and words at the caret.
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
// Where the caret stands, as if it were typed: the browser can take it back.
export function insertInto(id, text) {
  const field = document.getElementById(id);
  if (!field) return;
  field.focus();
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
export const focusOn = id => document.getElementById(id)?.focus();
