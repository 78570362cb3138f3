#!/usr/bin/env node
<!-- served as a script
if (process.argv.length < 3) return;
with (Math) {
  console.log(round(010));
}
