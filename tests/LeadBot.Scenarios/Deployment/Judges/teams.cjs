// What Microsoft's own package has against a Teams app manifest, by the schema it ships; nothing: it is valid.
const path = require('node:path');
const { AppManifestUtils } = require(path.join(__dirname, '../../node_modules/@microsoft/app-manifest'));

AppManifestUtils.readAndValidateTeamsManifest(process.argv[2]).then(
  ([, faults]) => faults.forEach((fault) => console.log(fault)),
  (unreadable) => console.log(unreadable.message),
);
