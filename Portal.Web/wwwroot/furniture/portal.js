import { initAll } from '/lib/govuk-frontend.min.js';

initAll();

// "/" moves to the search box, unless somebody is typing.
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById('portal-search')?.focus();
  }
});

// Selects marked data-type-ahead become a search; without JS they stay a select.
if (document.querySelector('select[data-type-ahead]')) {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/lib/accessible-autocomplete.min.css';
  document.head.append(style);
  const script = document.createElement('script');
  script.src = '/lib/accessible-autocomplete.min.js';
  script.addEventListener('load', () => {
    for (const select of document.querySelectorAll('select[data-type-ahead]')) {
      window.accessibleAutocomplete.enhanceSelectElement({ selectElement: select, defaultValue: select.value ? undefined : '', showAllValues: true });
    }
  });
  document.head.append(script);
}

// Column heads with aria-sort become buttons; numbers sort as numbers.
const cellKey = cell => cell.dataset.sort ?? cell.textContent.trim();
const compare = (a, b) => {
  const [x, y] = [a, b].map(text => Number(text.replace(/[£,%\s]/g, '')));
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, 'en-GB') : x - y;
};
// A list that a narrow screen shows row by row has no heads to press.
const narrow = window.matchMedia('(max-width: 40em)').matches;
for (const table of document.querySelectorAll('table[data-sortable]')) {
  if (narrow && table.closest('.portal-story')) continue;
  const heads = [...table.tHead.rows[0].cells];
  heads.filter(head => head.hasAttribute('aria-sort')).forEach(head => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'portal-sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      heads.forEach(other => other.hasAttribute('aria-sort') && other.setAttribute('aria-sort', 'none'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const column = heads.indexOf(head);
      const body = table.tBodies[0];
      const rows = [...body.rows].sort((a, b) => compare(cellKey(a.cells[column]), cellKey(b.cells[column])) * (up ? 1 : -1));
      body.append(...rows);
    });
  });
}
