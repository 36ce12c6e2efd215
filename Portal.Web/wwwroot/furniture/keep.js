// Forms with data-keep are saved two seconds after the last change; without JavaScript the Save button does the same.
for (const form of document.querySelectorAll('form[data-keep]')) {
  const told = form.querySelector('[data-kept]');
  let waiting;
  const keep = async () => {
    told.textContent = 'Saving';
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      told.textContent = answer.headers.get('content-type')?.startsWith('text/plain') ? await answer.text() : 'Not saved. Reload the page.';
    } catch {
      told.textContent = 'Not saved: no connection. Keep this page open; it is tried again at the next change.';
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 2000);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));

  // A paragraph of the answer can be pressed to cite it.
  const citation = form.querySelector('textarea[name$="Citation"]');
  for (const passage of citation ? document.querySelectorAll('[data-cite]') : []) {
    const cite = document.createElement('button');
    cite.type = 'button';
    cite.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-3';
    cite.textContent = 'Cite this paragraph';
    cite.addEventListener('click', () => {
      citation.value = [citation.value, `“${passage.textContent.trim()}”`].filter(Boolean).join('\n');
      citation.dispatchEvent(new Event('input', { bubbles: true }));
      citation.focus();
    });
    passage.after(cite);
  }
}
