// Blazor sets classes on #components-reconnect-modal: "show" while it tries to reconnect, "rejected" when the circuit is gone
// (a restart), "failed" when it gave up trying. The last two need a fresh page, and what was typed is put back into it.
const modal = document.getElementById("components-reconnect-modal");
const slot = "typed:" + location.pathname;
const longestAway = 60 * 60 * 1000;
const longestWait = 15 * 1000;
const mostTries = 3;
const typed = new Set();
const byHand = new WeakSet();
let isLost = false;

const isToggle = field => field.type === "checkbox" || field.type === "radio";
const isKeepable = field => field.matches?.("input, textarea, select") && !["password", "file", "hidden"].includes(field.type) && !field.closest("[data-own-drafts]");
const labelOf = field => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent.trim() ?? "";
const valueOf = field => isToggle(field) ? field.checked : field.value;

for (const name of ["input", "change"])
  document.addEventListener(name, event => {
    if (!isKeepable(event.target)) return;
    typed.add(event.target);
    if (event.isTrusted) byHand.add(event.target);
  }, true);

function keep() {
  const fields = [...typed].filter(field => field.isConnected)
    .map(field => ({ id: field.id, name: field.name, label: labelOf(field), value: valueOf(field) }));
  if (fields.length > 0) sessionStorage.setItem("typed:" + location.pathname, JSON.stringify({ at: Date.now(), fields }));
}

function find({ id, name, label }) {
  const all = [...document.querySelectorAll("input, textarea, select")].filter(isKeepable);
  return all.find(field => id && field.id === id) ?? all.find(field => name && field.name === name) ?? all.find(field => label && labelOf(field) === label);
}

function putBack({ value }, field) {
  if (byHand.has(field) || valueOf(field) === value) return false;
  if (isToggle(field)) field.checked = value;
  else field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}

// The fields come with the circuit, some of them after others, and one that is drawn anew is empty again.
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(slot) ?? "null");
  sessionStorage.removeItem(slot);
  if (!kept || Date.now() - kept.at > longestAway) return;
  const look = () => {
    for (const entry of kept.fields) {
      const field = find(entry);
      if (field && (entry.tries ?? 0) < mostTries && putBack(entry, field)) entry.tries = (entry.tries ?? 0) + 1;
    }
  };
  const timer = setInterval(look, 250);
  setTimeout(() => clearInterval(timer), longestWait);
  look();
}

// A reload while nobody answers would leave the browser's own error page, and nothing that tries again.
async function reloadOnceItAnswers() {
  for (;;) {
    try {
      if ((await fetch("/health/live", { cache: "no-store" })).ok) break;
    } catch {
      // Not yet.
    }
    await new Promise(done => setTimeout(done, 2000));
  }
  location.reload();
}

new MutationObserver(() => {
  const is = state => modal.classList.contains("components-reconnect-" + state);
  isLost = is("show") || is("retrying") || is("failed") || is("rejected");
  if (isLost) keep();
  else sessionStorage.removeItem("typed:" + location.pathname);
  if (is("rejected")) location.reload();
  if (is("failed")) reloadOnceItAnswers();
}).observe(modal, { attributes: true, attributeFilter: ["class"] });
addEventListener("pagehide", () => { if (isLost) keep(); });
restore();
