// j and k walk the rows of a list by their links; Enter is the link's own. Nothing is taken from somebody who types.
const links = [...document.querySelectorAll('[data-row-link]')];
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
  const at = links.indexOf(document.activeElement);
  const next = event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
  links[next]?.focus();
  event.preventDefault();
});
