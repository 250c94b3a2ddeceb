// Shows a button beside each line that is there to be copied. Without scripts the line can be selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  const line = document.getElementById(button.dataset.copy);
  if (!line || !navigator.clipboard) continue;
  const said = button.firstChild;
  const usual = said.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      said.textContent = button.dataset.done;
      setTimeout(() => { said.textContent = usual; }, 2500);
    } catch {
      getSelection().selectAllChildren(line);
    }
  });
}
