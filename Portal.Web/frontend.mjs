// Copies the built CSS and JS of the pinned npm packages into wwwroot/lib.
// The portal is not on the gov.uk domain: GDS Transport, the crown and the royal arms are taken out on the way.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const from = (...path) => join(here, 'node_modules', ...path);
const into = (...path) => join(here, 'wwwroot', 'lib', ...path);
const systemFonts = 'system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif';

const copyStyle = (source, target) => {
  const css = readFileSync(source, 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', systemFonts)
    .replace(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    .replace(/url\(\/assets\/images\//g, 'url(/lib/images/')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
  writeFileSync(target, css);
};
const copyScript = (source, target) =>
  writeFileSync(target, readFileSync(source, 'utf8').replace(/\/\/# sourceMappingURL=\S*/g, ''));

rmSync(into(), { recursive: true, force: true });
mkdirSync(into(), { recursive: true });
copyStyle(from('govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.css'), into('govuk-frontend.min.css'));
copyStyle(from('@ministryofjustice', 'frontend', 'moj', 'moj-frontend.min.css'), into('moj-frontend.min.css'));
copyStyle(from('accessible-autocomplete', 'dist', 'accessible-autocomplete.min.css'), into('accessible-autocomplete.min.css'));
copyScript(from('govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'), into('govuk-frontend.min.js'));
copyScript(from('@ministryofjustice', 'frontend', 'moj', 'moj-frontend.min.js'), into('moj-frontend.min.js'));
copyScript(from('accessible-autocomplete', 'dist', 'accessible-autocomplete.min.js'), into('accessible-autocomplete.min.js'));
copyScript(from('chart.js', 'dist', 'chart.umd.min.js'), into('chart.umd.min.js'));
copyScript(from('bpmn-js', 'dist', 'bpmn-viewer.production.min.js'), into('bpmn-viewer.min.js'));
cpSync(from('bpmn-js', 'dist', 'assets', 'diagram-js.css'), into('diagram-js.css'));
cpSync(from('@ministryofjustice', 'frontend', 'moj', 'assets', 'images'), into('images'), { recursive: true });
writeFileSync(into('built.txt'), 'govuk-frontend, moj-frontend, accessible-autocomplete, chart.js, bpmn-js\n');
