// A program that runs a tool which does not end: `node interrupted.fixture.mjs <module> <command> <way>`, where the module
// gives `run`, and the way is how the program takes signals.
const [, , module, command, way] = process.argv;
const { run } = await import(module);

if (way === 'exits-when-told') process.once('message', () => process.exit(3));
if (way === 'listens-once') process.once('SIGTERM', () => process.send('heard'));
if (way === 'throws-when-told') {
  process.once('message', () => {
    throw new Error('a bug');
  });
}
await run(JSON.parse(command));
