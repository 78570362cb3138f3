// What the settings of an agent's harness start, bundled into a file of its own: it runs at every call of a tool.
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { HARNESS_IDS, isHarnessId } from '@pawl/harness';
import { harnessHook } from './harness-hook.ts';
import { judgeApart } from './judge-apart.ts';
import { processIo } from './io.ts';

// Whatever ends the process early is no answer. It is not 2 either: some harnesses hand that to the model and go on.
process.exitCode = 1;

/** What is left to do once there is an answer, such as telling people, may take this long, in milliseconds. */
const AFTERWARDS = 3_000;

const write = (stream: NodeJS.WriteStream, text: string): Promise<unknown> =>
  new Promise((written) => stream.write(text, written));

const [, id = '', event] = process.argv.slice(2);
if (!isHarnessId(id)) {
  await write(process.stderr, `pawl: there is no harness ${JSON.stringify(id)}; there are ${HARNESS_IDS.join(', ')}\n`);
  process.exit(1);
}
const apart = judgeApart(new URL('./harness-judge.js', import.meta.url));
const { context } = processIo();
const { stdout, stderr, exitCode } = await harnessHook(id, event, {
  context,
  input: () => buffer(process.stdin),
  // By itself, because the other use cases would come along in a hundred small files.
  latch: async (folders) => (await import('@pawl/checkpoint/harness-latch')).harnessLatch(folders, context),
  judge: apart.judge,
  elapsed: () => performance.now(),
});
await Promise.all([write(process.stdout, stdout), write(process.stderr, stderr)]);
await Promise.race([apart.ended(), delay(AFTERWARDS)]);
process.exit(exitCode);
