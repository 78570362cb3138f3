#!/usr/bin/env node
const { execFileSync } = require('child_process');

execFileSync('git', ['tag', process.argv[2]]);
