#!/usr/bin/env node
// It starts as 2, so that a machine that could not be told its projects does not go on with none.
process.exitCode = 2;
const { shard } = await import('../dist/shard.js');
const status = await shard(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`pawl: ${error.message}\n`);
  return 2;
});
// Left to itself the process would wait for what Nx has started.
await new Promise((done) => process.stdout.write('', done));
process.exit(status);
