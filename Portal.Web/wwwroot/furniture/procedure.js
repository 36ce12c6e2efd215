// Draws the picture of a procedure and marks what is done and what waits. Without it the table says the same.
const place = document.querySelector('[data-bpmn]');
if (place && window.BpmnJS) {
  const answer = await fetch(place.dataset.bpmn);
  if (answer.ok) {
    place.hidden = false;
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const shapes = viewer.get('elementRegistry');
    const mark = (ids, style) => (ids || '').split(' ').filter(id => shapes.get(id)).forEach(id => canvas.addMarker(id, style));
    mark(place.dataset.done, 'procedure-done');
    mark(place.dataset.waiting, 'procedure-waiting');
    canvas.zoom('fit-viewport', 'auto');
  }
}
