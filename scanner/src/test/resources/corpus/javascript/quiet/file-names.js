const path = require('path');

/** Takes `report.2024-01.csv.gz` apart. */
function parse(name) {
  const parts = name.split('.');
  const [stem, period] = parts;
  return { stem, period, packed: parts[parts.length - 1] === 'gz', count: parts.length };
}

function version(text) {
  const [major, minor, patch] = text.split('.').map((n) => parseInt(n, 10));
  return { major, minor, patch };
}

function isNewer(a, b) {
  const left = version(a);
  const right = version(b);
  return left.major > right.major || (left.major === right.major && left.minor > right.minor);
}

function tenant(host) {
  const labels = host.split('.');
  if (labels.length !== 3) return null;
  return labels[0];
}

function pick(object, dotted) {
  return dotted.split('.').reduce((at, key) => (at == null ? at : at[key]), object);
}

module.exports = { parse, version, isNewer, tenant, pick, ext: path.extname };
