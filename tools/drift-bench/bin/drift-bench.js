#!/usr/bin/env node
// Exit status: 0 the question was answered, 2 it was not. It starts as 2, so that an early end is never taken for an answer.
process.exitCode = 2;
const { run } = await import('../dist/main.js').catch((error) => {
  process.stderr.write(`drift-bench: not built: ${error.message}\n  next: npx tsc -b tools/drift-bench\n`);
  process.exit(2);
});
const status = await run(process.argv.slice(2));

// Left to itself the process would wait for the background compilation of grammars that it needs no more.
const flushed = (stream) => new Promise((done) => stream.write('', done));
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(status);
