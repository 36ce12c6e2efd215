// Passkeys: on the sign-in page a button asks the device, on the page of passkeys a form makes one (without WebAuthn both stay hidden), and a form that binds asks for it before it is sent.
const canParse = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;
const token = () => document.querySelector('input[name="__RequestVerificationToken"]').value;

async function post(path, fields = {}) {
  return fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, __RequestVerificationToken: token() }), headers: { Accept: 'application/json' } });
}

function say(place, words) {
  const line = place.querySelector('[role="alert"]');
  line.textContent = words;
  line.hidden = false;
}

// A person who closes the device's window has changed their mind; everything else is said.
const wordsFor = error => (error.name === 'NotAllowedError'
  ? 'Nothing happened on your device. Try again, or use your password.'
  : 'This device could not do it. Use your password instead.');

const signIn = document.getElementById('passkey');
if (signIn && canParse) {
  signIn.hidden = false;
  signIn.querySelector('button').addEventListener('click', async () => {
    try {
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post('/accounts/sign-in/passkey/options')).json());
      const credential = await navigator.credentials.get({ publicKey: options });
      const answer = await post('/accounts/sign-in/passkey', { credential: JSON.stringify(credential), back: signIn.dataset.back });
      const body = await answer.json();
      if (answer.ok) {
        window.location.assign(body.next);
      } else {
        say(signIn, body.detail);
      }
    } catch (error) {
      say(signIn, wordsFor(error));
    }
  });
}

const adding = document.getElementById('add-passkey');
if (adding && canParse) {
  adding.hidden = false;
  adding.addEventListener('submit', async event => {
    const credential = adding.elements['Form.Credential'];
    if (credential.value || !adding.elements['Form.Name'].value.trim()) {
      return;
    }

    event.preventDefault();
    try {
      const answer = await post('/accounts/passkeys/options', { password: document.getElementById('passkey-password').value });
      const body = await answer.json();
      if (!answer.ok) {
        say(adding, body.detail);
        return;
      }

      const options = PublicKeyCredential.parseCreationOptionsFromJSON(body);
      options.extensions = { ...options.extensions, prf: {} }; // so that it can open an opener's key too
      credential.value = JSON.stringify(await navigator.credentials.create({ publicKey: options }));
      adding.submit();
    } catch (error) {
      say(adding, wordsFor(error));
    }
  });
}

for (const binding of document.querySelectorAll('form[data-passkey]')) {
  binding.addEventListener('submit', async event => {
    const credential = binding.elements['Form.Credential'];
    if (credential.value || binding.elements['Form.OnPaper']?.checked) {
      return;
    }

    event.preventDefault();
    try {
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post(binding.dataset.passkey)).json());
      credential.value = JSON.stringify(await navigator.credentials.get({ publicKey: options }));
      binding.submit();
    } catch (error) {
      say(binding, error.name === 'NotAllowedError' ? 'Nothing happened on your device. Try again.' : 'This device could not confirm it. Try the device that has your passkey.');
    }
  });
}
