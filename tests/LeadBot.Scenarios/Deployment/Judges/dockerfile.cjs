// What a linter has against a Dockerfile; nothing: it is well formed.
const fs = require('node:fs');
const path = require('node:path');
const { validate } = require(path.join(__dirname, '../../node_modules/dockerfile-utils'));

for (const fault of validate(fs.readFileSync(process.argv[2], 'utf8'))) {
  console.log(`${fault.range.start.line + 1}: ${fault.message}`);
}
