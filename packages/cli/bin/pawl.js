#!/usr/bin/env node
// Exit status: 0 clean · 1 stopped (regression or escalated) · 2 could not tell (inconclusive, usage, fault).
// It starts as 2, so that whatever ends the process early is never taken for an answer.
process.exitCode = 2;
// What answers the hooks of coding agents is a program of its own, with statuses that they understand.
if (process.argv[2] === 'harness-hook') {
  process.exitCode = 1;
  await import('../dist/bundle/harness.js');
}
process.on('uncaughtException', (error) => {
  process.stderr.write(`pawl: a fault of Pawl itself, please report it: ${error?.stack ?? error}\n`);
  process.exit(2);
});

const { main } = await import('../dist/bundle/cli.js').catch((error) => {
  process.stderr.write(`pawl: the program is not built or not complete: ${error.message}\n  next: npm run build\n`);
  process.exit(2);
});
const status = await main(process.argv.slice(2));

// Left to itself the process would wait seconds for the background compilation of a grammar that it needs no more.
const flushed = (stream) => new Promise((done) => stream.write('', done));
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(status);
