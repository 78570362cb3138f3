#!/usr/bin/env node
const { execSync } = require('child_process');

execSync(`git tag ${process.argv[2]}`);
