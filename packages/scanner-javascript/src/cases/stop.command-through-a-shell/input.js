const child_process = require('node:child_process');
const { execSync, spawn } = child_process;

function list(dir) {
  child_process.exec('ls ' + dir);
}

function size(dir) {
  return execSync(`du -s ${dir}`);
}

function clone(url) {
  spawn('git', ['clone', url], { shell: true });
}
module.exports = { list, size, clone };
