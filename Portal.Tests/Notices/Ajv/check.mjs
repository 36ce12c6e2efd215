// Checks OCDS packages with ajv: node check.mjs <schema folder> <package>...; writes one JSON line of faults per package.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const [folder, ...files] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(read(join(folder, "release-schema.json")));
// A record may hold versioned releases; ours hold none, so the schema of those is never reached.
ajv.addSchema({ id: "https://standard.open-contracting.org/schema/1__1__5/versioned-release-validation-schema.json", not: {} });
const checks = {
  releases: ajv.compile(read(join(folder, "release-package-schema.json"))),
  records: ajv.compile(read(join(folder, "record-package-schema.json"))),
};

for (const file of files) {
  const found = read(file);
  const check = found.records ? checks.records : checks.releases;
  check(found);
  console.log(JSON.stringify((check.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message}`)));
}
