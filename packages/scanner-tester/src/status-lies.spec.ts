import type { Command } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { type Experiment, experimentOn } from './experiment.ts';
import { statusLies } from './status-lies.ts';
import { planWith, request, scannerWith, strictRead, subjectOf } from './todo.fixture.ts';

/** A step that takes 77 for "done", so that it is no lie any more. */
function taking77(step: number, changes: Partial<Command> = {}): Experiment {
  const { steps } = planWith()(request) as Command;
  const wide = steps.map((each, index) => (index === step ? { ...each, okStatus: [...each.okStatus, 77] } : each));
  const scanner = scannerWith(strictRead, { ...changes, steps: wide as unknown as Command['steps'] });
  return experimentOn(subjectOf(scanner));
}

const toFile: Partial<Command> = { result: 'result.json' };
const believed = expect.objectContaining({ name: 'LieBelieved', code: 'lie-believed' });

describe('when the tool ends with a wrong status', { timeout: 120_000 }, () => {
  it('every status is tried on the last step, and on an earlier one those that say something', async () => {
    const tried: [step: number, status: number][] = [];
    const mustNotBelieveStatuses: Experiment['mustNotBelieveStatuses'] = async (step, statuses) =>
      void tried.push(...statuses.map((status) => [step, status] as [number, number]));
    const experiment = experimentOn(subjectOf(scannerWith(strictRead)));
    for (const { title, attempt } of statusLies({ ...experiment, mustNotBelieveStatuses }))
      if (title.includes('wrong')) await attempt();
    const of = (step: number): readonly number[] => tried.filter(([each]) => each === step).map(([, status]) => status);
    expect(of(0)).toEqual([1, 2, 125, 126, 127, 128, 129, 137, 139, 143, 255]);
    expect(of(1)).toEqual(Array.from({ length: 254 }, (_, index) => index + 2));
  });

  it.each([
    ['prints its result', {}],
    ['writes its result', toFile],
  ])('it is the status that is not believed, for a tool that %s', async (_, changes) => {
    for (const step of [0, 1]) {
      const { mustNotBelieveStatuses } = taking77(step, changes);
      await expect(mustNotBelieveStatuses(step, [76, 77, 78])).rejects.toEqual(believed);
      await expect(mustNotBelieveStatuses(step, [76, 78])).resolves.toBeUndefined();
    }
  });
});
