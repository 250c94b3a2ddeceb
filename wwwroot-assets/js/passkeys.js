// Asks the device for a passkey where it can: the form is hidden until then, and sends what the device signed.
const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON;

for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  const said = form.querySelector('[data-said]');
  const button = form.querySelector('button');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    said.textContent = '';
    button.disabled = true;
    try {
      const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok) throw new Error(String(answer.status));
      const options = await answer.json();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      said.textContent = form.dataset.failed;
      button.disabled = false;
    }
  });
}
