const { exec } = require('node:child_process');

exports.runReport = function runReport(name, done) {
  exec(`bin/report --name ${name}`, done);
};
