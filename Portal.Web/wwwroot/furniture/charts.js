// Charts drawn from the table that stands beside them: the page holds every figure once, as text. Patterns as well as colour, so that they work in grey.
// No animation: a bar that is still growing says, and prints, a wrong figure.
const number = text => Number.parseFloat(text);

function pattern(colour, step) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 10;
  const pen = tile.getContext('2d');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 10, 10);
  pen.strokeStyle = '#fff';
  pen.lineWidth = 2;
  pen.beginPath();
  if (step % 3 === 1) { pen.moveTo(0, 10); pen.lineTo(10, 0); }
  if (step % 3 === 2) { pen.moveTo(0, 5); pen.lineTo(10, 5); }
  pen.stroke();
  return pen.createPattern(tile, 'repeat');
}

const options = unit => ({
  indexAxis: 'y',
  animation: false,
  plugins: { legend: { display: false } },
  scales: { x: { beginAtZero: true, ticks: { callback: value => unit === '%' ? `${value} %` : unit + value.toLocaleString('en-GB') } } },
});

// <canvas data-waterfall="id of tbody">: costs stacked one after another up to the fee; the last bar is the margin.
for (const canvas of document.querySelectorAll('canvas[data-waterfall]')) {
  const body = document.getElementById(canvas.dataset.waterfall);
  const rows = [...body.querySelectorAll('tr[data-amount]')].map(row => [row.dataset.name, number(row.dataset.amount)]);
  const fee = number(body.dataset.fee);
  let sum = 0;
  const bars = rows.map(([name, amount]) => [name, [sum, sum += amount], pattern('#1b4d4a', 0)]);
  bars.push(['Margin', sum <= fee ? [sum, fee] : [fee, sum], pattern(sum <= fee ? '#1d70b8' : '#b10e1e', 1)], ['Fee', [0, fee], pattern('#505a5f', 2)]);
  new Chart(canvas, {
    type: 'bar',
    data: { labels: bars.map(b => b[0]), datasets: [{ data: bars.map(b => b[1]), backgroundColor: bars.map(b => b[2]) }] },
    options: options('£'),
  });
}

// <canvas data-bars="id of tbody" data-unit="%|£">: one bar for each row with data-name and data-amount.
for (const canvas of document.querySelectorAll('canvas[data-bars]')) {
  const rows = [...document.getElementById(canvas.dataset.bars).querySelectorAll('tr[data-amount]')].filter(r => r.dataset.amount !== '');
  new Chart(canvas, {
    type: 'bar',
    data: { labels: rows.map(r => r.dataset.name), datasets: [{ data: rows.map(r => number(r.dataset.amount)), backgroundColor: pattern('#1b4d4a', 1) }] },
    options: options(canvas.dataset.unit),
  });
}
