import type { Command, Output } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { atOnce } from './at-once.ts';
import { type Experiment, experimentOn } from './experiment.ts';
import { runFakeTool } from './fake-tool.ts';
import { processLies } from './process-lies.ts';
import type { Lie } from './subject.ts';
import { scannerWith, strictRead, subjectOf } from './todo.fixture.ts';

/** What the runner makes of each misdeed: a misdeed that fails for another reason would prove nothing. */
async function outcomes(changes: Partial<Command> = {}): Promise<Readonly<Record<string, string>>> {
  const experiment = experimentOn(subjectOf(scannerWith(strictRead, changes)));
  const said: Record<string, string> = {};
  await atOnce(4, processLies(experiment).keys(), async (index) => {
    const mustNotBelieve: Experiment['mustNotBelieve'] = async (_, act, limits = {}) => {
      const output = await runFakeTool({ ...experiment.command, ...limits }, act);
      said[title] = output.kind === 'failed' ? output.why : `(done)${resultOf(output).slice(0, 12)}`;
    };
    const { title, attempt } = processLies({ ...experiment, mustNotBelieve })[index] as Lie;
    await attempt();
  });
  return said;
}

function resultOf({ value }: Extract<Output, { readonly kind: 'done' }>): string {
  return (value as { readonly result: string }).result;
}

const anywhere = {
  'is killed before it says anything': 'todo was killed by SIGKILL',
  'is killed after it has said everything': 'todo was killed by SIGKILL',
  'crashes after it has said everything': 'todo was killed by SIGSEGV',
  'is ended from outside': 'todo was killed by SIGTERM',
  hangs: 'todo did not finish within 1000 ms',
  'says everything and hangs': 'todo did not finish within 1000 ms',
  'waits for a child that hangs': 'todo did not finish within 1000 ms',
  'leaves a child that keeps its output open': '(done){"runs":[{"o',
  'prints 200 MB before its result': 'todo wrote more than 20000000 bytes',
  'complains in 200 MB': 'todo wrote more than 20000000 bytes',
  'takes more memory than it may': 'todo used more than 200000000 bytes of memory',
  'lets a child take more memory than it may': 'todo used more than 200000000 bytes of memory',
};

describe('when the tool misbehaves as a process', () => {
  it('it is stopped for what it did where it prints its result', { timeout: 120_000 }, async () => {
    expect(await outcomes()).toEqual({
      ...anywhere,
      'says nothing': '(done)',
      'leaves its work to a child and ends': '(done)',
      'gives its result on the wrong stream': '(done)',
    });
  });

  it('it is stopped for what it did where it writes its result', { timeout: 120_000 }, async () => {
    const missing = 'the result "result.json" was not written';
    const foreign = 'the result "result.json" is not a file of its own';
    expect(await outcomes({ result: 'result.json' })).toEqual({
      ...anywhere,
      'says nothing': missing,
      'leaves its work to a child and ends': missing,
      'gives its result on the wrong stream': missing,
      'prints its result and writes no file': missing,
      'leaves an empty file': '(done)',
      'leaves a file of an earlier run': 'the result "result.json" is older than this run',
      'links its result': foreign,
      'gives a second name to another file': foreign,
      'makes a folder where its result should be': foreign,
      'makes a pipe where its result should be': foreign,
      'writes 200 MB before its result':
        'the result "result.json" is larger than the 20000000 bytes that the run may write',
    });
  });
});
