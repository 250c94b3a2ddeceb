// What the console can't ask or do from the server: the viewer's own zone, and focus by id.
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
export const focusOn = id => document.getElementById(id)?.focus();
