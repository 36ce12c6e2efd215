// Price grid: a column copied from Excel fills the boxes downwards from the one it is pasted into; Enter and the arrows move up and down.
for (const grid of document.querySelectorAll('[data-price-grid]')) {
  const boxes = [...grid.querySelectorAll('input')];
  const told = grid.querySelector('[role="status"]');
  const price = line => line.split('\t').map(cell => cell.trim()).filter(cell => cell !== '').pop() ?? '';
  grid.addEventListener('paste', event => {
    const at = boxes.indexOf(event.target);
    const lines = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
    if (at < 0 || (lines.length < 2 && !lines[0].includes('\t'))) {
      return;
    }
    event.preventDefault();
    const fit = lines.slice(0, boxes.length - at);
    fit.forEach((line, i) => {
      boxes[at + i].value = price(line);
      boxes[at + i].dispatchEvent(new Event('input', { bubbles: true }));
    });
    const over = lines.length - fit.length;
    told.textContent = `${fit.length} prices pasted.${over > 0 ? ` ${over} lines did not fit.` : ''}`;
  });
  grid.addEventListener('keydown', event => {
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    const next = boxes[boxes.indexOf(event.target) + step];
    if (step && next) {
      event.preventDefault();
      next.focus();
      next.select();
    }
  });
}
