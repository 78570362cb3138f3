// Stands in for a process that judges. What it does with a task is what the base of the task says.
const ANSWER = { judged: { state: 'clean', reasons: [], more: 0, rules: [], ms: 1, processorMs: 1 }, isLasting: true };

process.once('disconnect', () => process.exit());
process.on('message', ({ kind, task }) => {
  if (kind !== 'task') return;
  if (task.base === 'dies') process.exit(7);
  if (task.base === 'hangs') return;
  const memory = task.base === 'grows' ? 2 ** 40 : 0;
  const judged = { ...ANSWER.judged, ms: process.pid };
  process.send({ kind: 'answer', answer: { ...ANSWER, judged }, memory });
});
if (process.env.NEVER_STARTS) {
  process.stderr.write('no grammar is there\n');
  process.exitCode = 3;
  process.disconnect();
} else process.send({ kind: 'ready' });
