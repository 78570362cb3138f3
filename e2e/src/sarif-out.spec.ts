import { needsValidator, sarifErrors } from '@pawl/sarif-check';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { EDITED_JS, EVAL_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { type Files, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

needsValidator();

/** Names that a URI has to escape, and one finding that is there before and after. */
const AWKWARD = 'my dir/100% naïve #1?.js';
const BEFORE: Files = { 'app.js': GUARDED_JS, [AWKWARD]: EVAL_JS };

interface Answer {
  readonly status: number | null;
  readonly text: string;
}

async function answerTo(repository: TestRepository, files: Files, audience: 'agent' | 'human'): Promise<Answer> {
  const base = await repository.git('rev-parse', 'HEAD');
  const head = await repository.commit('after', files);
  const question = ['check', '--base', base, '--head', head];
  const { status, stdout } = await repository.pawl([...question, '--format', 'sarif', '--audience', audience]);
  await repository.git('reset', '--quiet', '--hard', base);
  return { status, text: stdout };
}

function runIn({ text }: Answer): Run {
  const [run] = (JSON.parse(text) as Log).runs;
  if (run === undefined) throw new Error('a log without a run');
  return run;
}

const rulesIn = (answer: Answer): readonly (string | undefined)[] =>
  (runIn(answer).results ?? []).map(({ ruleId }) => ruleId);

describe('when a verdict is asked for in SARIF', () => {
  it('it is SARIF that says what happened, for every outcome and reader', async () => {
    const repository = await temporaryRepository(BEFORE);
    await repository.git('remote', 'add', 'origin', 'https://user:ghp_secret@example.com/a/b.git');
    const slipped = { 'app.js': UNGUARDED_JS, 'new ünsafe.js': EVAL_JS, [AWKWARD]: `// moved\n\n${EVAL_JS}` };
    const answers = {
      stopped: await answerTo(repository, slipped, 'human'),
      'stopped for an agent': await answerTo(repository, slipped, 'agent'),
      blind: await answerTo(repository, { 'broken.py': 'def f(:\n' }, 'human'),
      clean: await answerTo(repository, { 'app.js': EDITED_JS }, 'human'),
    };

    expect(Object.values(answers).map(({ status }) => status)).toEqual([1, 1, 2, 0]);
    expect(rulesIn(answers.stopped)).toEqual(expect.arrayContaining(['invariants/lost-guard', 'javascript/eval']));
    expect(rulesIn(answers['stopped for an agent'])).toEqual([]);
    expect(runIn(answers.blind).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: expect.arrayContaining([
          expect.objectContaining({
            locations: [{ physicalLocation: { artifactLocation: expect.objectContaining({ uri: 'broken.py' }) } }],
          }),
        ]),
      },
    ]);
    expect(runIn(answers.clean)).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });

    const texts = Object.fromEntries(Object.entries(answers).map(([name, { text }]) => [name, text]));
    expect(JSON.stringify(texts)).not.toContain('ghp_secret');
    expect(await sarifErrors(texts)).toEqual([]);
  });
});
