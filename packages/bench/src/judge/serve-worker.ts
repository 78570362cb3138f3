import type { Context } from '@pawl/checkpoint';
import { judgeTask, type Setting } from './judge-task.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Makes this process one that judges what its parent sends, until the parent is gone. `grammars` is where they lie in a bundle. */
export function serveWorker({ grammars }: Pick<Context, 'grammars'> = {}): void {
  let setting: Setting | undefined;
  // Who presses Ctrl-C means the parent, which says what becomes of what was done.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => process.exit());
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'setting') setting = message.setting;
    else if (setting !== undefined) void answer(message.task, setting);
  });
  tell({ kind: 'ready' });

  async function answer(task: Parameters<typeof judgeTask>[0], { directory, ...rest }: Setting): Promise<void> {
    const place = { cwd: directory, env: process.env, now: () => new Date(), terminal: false };
    const context = grammars === undefined ? place : { ...place, grammars };
    const answered = await judgeTask(task, { directory, ...rest }, context);
    tell({ kind: 'answer', answer: answered, memory: process.memoryUsage.rss() });
  }
}

function tell(message: FromWorker): void {
  process.send?.(message);
}
