// Openings by passkey: the device signs afresh and makes 32 bytes for the portal (WebAuthn extension PRF), which open the opener's key. Without WebAuthn the buttons stay hidden.
const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const bytes = words => Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));

const ask = async (place, form) => {
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
  const answer = await fetch('/accounts/passkeys/confirmation', { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), headers: { Accept: 'application/json' } });
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
  const known = place.dataset.openingPasskeys.split(' ').filter(id => id !== 'any');
  options.allowCredentials = (options.allowCredentials ?? []).filter(passkey => known.length === 0 || known.includes(text(passkey.id)));
  if (options.allowCredentials.length === 0) {
    throw new Error('The passkey of your opening key is no longer on your account. Use your passphrase, or set up a new key.');
  }
  options.userVerification = 'required';
  options.extensions = { prf: { eval: { first: bytes(place.dataset.salt) } } };
  const credential = await navigator.credentials.get({ publicKey: options });
  const made = credential.getClientExtensionResults().prf?.results?.first;
  if (!made) {
    throw new Error('This passkey cannot make a key for openings: its device or browser does not offer it. Use a passphrase, or add a passkey on another device.');
  }
  const signed = credential.toJSON();
  signed.clientExtensionResults = {};
  form.elements.Passkey.value = JSON.stringify(signed);
  form.elements.Secret.value = text(made);
};

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined) {
  for (const place of document.querySelectorAll('[data-opening-passkeys]')) {
    const form = place.closest('form');
    place.hidden = false;
    place.querySelector('button').addEventListener('click', async () => {
      const line = place.querySelector('[role="alert"]');
      line.hidden = true;
      try {
        if (form.reportValidity()) {
          await ask(place, form);
          form.submit();
        }
      } catch (error) {
        line.textContent = error.name === 'NotAllowedError' ? 'Nothing happened on your device. Try again.' : error.message;
        line.hidden = false;
      }
    });
  }
}
