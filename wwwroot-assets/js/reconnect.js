// Blazor sets classes on #components-reconnect-modal: "rejected" means that the circuit is gone (a restart), "failed" that
// it gave up trying. Both need a fresh page; what was typed is kept on the server.
const modal = document.getElementById("components-reconnect-modal");
new MutationObserver(() => {
  if (modal.classList.contains("components-reconnect-rejected")) location.reload();
  if (modal.classList.contains("components-reconnect-failed")) setTimeout(() => location.reload(), 3000);
}).observe(modal, { attributes: true, attributeFilter: ["class"] });
