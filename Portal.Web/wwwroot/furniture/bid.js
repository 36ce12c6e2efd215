// Countdown from the server's clock: the page says when it was made, the browser only measures what has passed since.
for (const place of document.querySelectorAll('[data-countdown]')) {
  const left = Number(place.dataset.closes) - Number(place.dataset.now);
  const started = performance.now();
  const two = number => String(number).padStart(2, '0');
  const show = () => {
    const ms = left - (performance.now() - started);
    if (ms <= 0) {
      place.textContent = 'the deadline has passed';
      return;
    }
    const s = Math.floor(ms / 1000);
    const days = Math.floor(s / 86400);
    const hours = Math.floor(s / 3600) % 24;
    place.textContent = days > 0
      ? `in ${days} day${days === 1 ? '' : 's'} and ${hours} hour${hours === 1 ? '' : 's'}`
      : `in ${two(hours)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)} (hours, minutes, seconds)`;
    setTimeout(show, 1000 - (ms % 1000 < 20 ? 0 : 1000 - (ms % 1000)));
  };
  show();
}

const form = document.getElementById('bid-form');
const note = document.getElementById('saved-note');
const token = () => form.querySelector('input[name="__RequestVerificationToken"]').value;
let dirty = false;
let saving = false;
let faulty = false;
let leaving = false;
let refused = false;

// Marks the fields that the server could not read, or takes the marks away; the rest of the draft is saved.
const mark = faults => {
  for (const old of form.querySelectorAll('[data-fault]')) {
    old.remove();
  }
  for (const box of form.querySelectorAll('[aria-invalid]')) {
    box.removeAttribute('aria-invalid');
    box.classList.remove('govuk-input--error');
  }
  for (const { field, text } of faults) {
    const box = form.elements[field];
    if (!(box instanceof HTMLElement)) {
      continue;
    }
    document.getElementById(`${box.id}-error`)?.remove();
    const words = document.createElement('p');
    words.id = `${box.id}-error`;
    words.className = 'govuk-error-message';
    words.dataset.fault = '';
    words.textContent = text;
    (box.closest('.govuk-input__wrapper') ?? box).before(words);
    box.classList.add('govuk-input--error');
    box.setAttribute('aria-invalid', 'true');
    box.setAttribute('aria-describedby', words.id);
  }
};

// Answers the faults that the server found. Until a save has worked with none of them the page stays unsaved: it tries again and warns whoever leaves.
const saveNow = async act => {
  const fields = new FormData(form);
  for (const key of [...fields.keys()].filter(k => k.startsWith('file:'))) {
    fields.delete(key);
  }
  fields.set('Form.Act', act);
  const answer = await fetch(form.action || location.href, { method: 'POST', body: fields, headers: { 'X-Autosave': '1' } });
  const told = await answer.json();
  refused = answer.status === 409;
  if (!answer.ok && !told.etag) {
    throw new Error(told.problem ?? 'The draft could not be saved.');
  }
  form.elements['Form.ETag'].value = told.etag;
  const faults = told.faults ?? [];
  mark(faults);
  faulty = faults.length > 0;
  note.textContent = `Draft saved ${told.saved}${faulty ? `, but not what is marked: ${faults[0].text}` : ''}. Saving is not submitting.`;
  return faults;
};

// One save after another: each takes the version that the one before it left, so that nobody is told of a colleague who is oneself.
let waiting = 0;
let before = Promise.resolve();
const save = act => {
  waiting += 1;
  const now = before.then(() => saveNow(act)).finally(() => { waiting -= 1; });
  before = now.catch(() => {});
  return now;
};

if (form) {
  form.addEventListener('input', () => { dirty = true; });
  setInterval(async () => {
    if (!dirty || saving || refused) {
      return;
    }
    dirty = false;
    saving = true;
    try {
      await save('save');
    } catch (problem) {
      dirty = true;
      note.textContent = `Not saved: ${problem.message}${refused ? '' : ' The page tries again by itself.'}`;
    } finally {
      saving = false;
    }
  }, 5000);
  form.addEventListener('submit', async event => {
    if (waiting > 0) {
      const pressed = event.submitter;
      event.preventDefault();
      await before;
      form.requestSubmit(pressed);
      return;
    }
    leaving = true;
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && (dirty || faulty)) {
      event.preventDefault();
    }
  });
}

// Resumable uploads (tus): pieces of 4 MB, after a break asks how far it came and goes on.
const piece = 4 * 1024 * 1024;
const tus = (method, url, headers, body) => fetch(url, { method, headers: { 'Tus-Resumable': '1.0.0', RequestVerificationToken: token(), ...headers }, body });
const wait = ms => new Promise(done => { setTimeout(done, ms); });

const upload = async (file, tell) => {
  const name = btoa(String.fromCodePoint(...new TextEncoder().encode(file.name)));
  const made = await tus('POST', '/uploads', { 'Upload-Length': String(file.size), 'Upload-Metadata': `filename ${name}` });
  if (!made.ok) {
    throw new Error('The portal did not take the file.');
  }
  const place = made.headers.get('Location');
  const started = performance.now();
  let at = 0;
  for (let attempt = 0; at < file.size;) {
    try {
      const sent = await tus('PATCH', place, { 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }, file.slice(at, at + piece));
      if (!sent.ok) {
        throw new Error(String(sent.status));
      }
      at = Number(sent.headers.get('Upload-Offset'));
      attempt = 0;
    } catch (broken) {
      if (++attempt > 8) {
        throw new Error(`The connection broke ${attempt} times (${broken.message}). Choose the file again.`);
      }
      tell(at / file.size, 'connection lost, trying again');
      await wait(attempt * 1000);
      const head = await tus('HEAD', place, {}).catch(() => null);
      at = head?.ok ? Number(head.headers.get('Upload-Offset')) : at;
    }
    const left = (performance.now() - started) * (file.size - at) / Math.max(1, at) / 1000;
    tell(at / file.size, left > 1 ? `about ${Math.ceil(left)} seconds left` : '');
  }
  return place.split('/').pop();
};

for (const place of document.querySelectorAll('[data-upload]')) {
  const input = place.querySelector('input[type="file"]');
  const box = place.querySelector('.portal-upload');
  const [bar, words] = [box.querySelector('progress'), box.querySelector('span')];
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) {
      return;
    }
    box.hidden = false;
    if (file.size > Number(place.dataset.max)) {
      words.textContent = `This file has ${file.size} bytes; at most ${place.dataset.max} are taken here.`;
      return;
    }
    try {
      const id = await upload(file, (share, text) => {
        bar.value = Math.floor(share * 100);
        words.textContent = `${Math.floor(share * 100)} % ${text}`;
      });
      words.textContent = 'Checked. Attaching…';
      const slot = `${place.dataset.slot}|${id}`;
      let faults;
      try {
        faults = await save(`attach:${slot}`);
      } catch (problem) {
        const held = document.createElement('input');
        Object.assign(held, { type: 'hidden', name: 'Form.Held', value: slot });
        form.append(held);
        throw new Error(`The file is here, but not attached yet. ${problem.message} It is attached when you save.`);
      }
      input.value = '';
      leaving = true;
      if (faults.length === 0) {
        location.reload();
      } else {
        // The file is attached; sent whole, the page comes back with it and with what could not be read as it was typed.
        form.requestSubmit(form.querySelector('button[name="Form.Act"][value="save"]'));
      }
    } catch (problem) {
      words.textContent = problem.message;
    }
  });
}
