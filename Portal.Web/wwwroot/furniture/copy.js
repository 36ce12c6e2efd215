// Adds a copy button to every example marked data-copy; without JavaScript the example is plain text to select.
for (const example of document.querySelectorAll('pre[data-copy]')) {
  if (!navigator.clipboard) {
    break;
  }

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary portal-copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy. ${example.getAttribute('aria-label') ?? ''}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(example.textContent);
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  example.after(button);
}
