// <canvas data-curve="id of tbody" data-points="id of tbody">: a line through rows with data-x and data-y, and each bid as a point. The tables hold every figure as text.
// No animation: a bar that is still growing says, and prints, a wrong figure.
// On a phone a chart twice as wide as high is a stripe under its legend.
const shape = canvas => canvas.parentElement.clientWidth < 500 ? 0.9 : 2;
const rows = id => [...document.getElementById(id).querySelectorAll('tr[data-x]')].filter(r => r.dataset.x !== '' && r.dataset.y !== undefined && r.dataset.y !== '');
const point = row => ({ x: Number.parseFloat(row.dataset.x), y: Number.parseFloat(row.dataset.y), name: row.dataset.name });
const shapes = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'];

for (const canvas of document.querySelectorAll('canvas[data-curve]')) {
  const bids = rows(canvas.dataset.points).map(point);
  new Chart(canvas, {
    type: 'scatter',
    data: {
      datasets: [
        { label: 'One more bid at this price', data: rows(canvas.dataset.curve).map(point), showLine: true, borderColor: '#1b4d4a', borderWidth: 3, pointRadius: 0 },
        ...bids.map((bid, i) => ({ label: bid.name, data: [bid], pointStyle: shapes[i % shapes.length], pointRadius: 8, backgroundColor: i % 2 ? '#ffffff' : '#0b0c0c', borderColor: '#0b0c0c', borderWidth: 2 })),
      ],
    },
    options: {
      aspectRatio: shape(canvas),
      animation: false,
      plugins: { legend: { labels: { usePointStyle: true } } },
      scales: {
        x: { title: { display: true, text: 'Price' }, ticks: { callback: value => `£${value.toLocaleString('en-GB')}` } },
        y: { title: { display: true, text: canvas.dataset.unit }, beginAtZero: true },
      },
    },
  });
}

// <canvas data-stack="id of tbody" data-parts="Q1|P">: a stacked bar for each row with data-bid and data-points.
const fills = ['#1b4d4a', '#ffffff', '#7fa8a4', '#0b0c0c', '#f3b26b', '#505a5f'];
for (const canvas of document.querySelectorAll('canvas[data-stack]')) {
  const bids = [...document.getElementById(canvas.dataset.stack).querySelectorAll('tr[data-bid]')];
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bids.map(r => shape(canvas) < 1 ? r.dataset.bid.split(', ') : r.dataset.bid),
      datasets: canvas.dataset.parts.split('|').map((part, i) => ({
        label: part,
        data: bids.map(r => Number.parseFloat(r.dataset.points.split('|')[i]) || 0),
        backgroundColor: fills[i % fills.length],
        borderColor: '#0b0c0c',
        borderWidth: 1,
      })),
    },
    options: { indexAxis: 'y', aspectRatio: shape(canvas), animation: false, scales: { x: { stacked: true, beginAtZero: true }, y: { stacked: true } } },
  });
}
