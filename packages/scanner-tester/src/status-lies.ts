import { atOnce } from './at-once.ts';
import type { Experiment } from './experiment.ts';
import type { Lie } from './subject.ts';

const ALL = Array.from({ length: 256 }, (_, status) => status);
/**
 * Failure, misuse, what `timeout`, `env` and shells give for a tool that cannot be run, death by SIGHUP, SIGKILL, SIGSEGV
 * and SIGTERM, and -1. They are enough for the earlier steps, of which the statuses are read by the same code as those of the last.
 */
const TELLING = [1, 2, 125, 126, 127, 128, 129, 137, 139, 143, 255];

/** A tool that says everything that it should and then ends with a status that does not mean "done". */
export function statusLies(experiment: Experiment): readonly Lie[] {
  const { command, honest, mustNotBelieve } = experiment;
  const last = command.steps.length - 1;
  const silent: Lie = {
    title: 'says nothing and ends with any of its good statuses',
    attempt: () =>
      atOnce(2, command.steps[last]?.okStatus ?? [], (status) =>
        mustNotBelieve('nothing', { says: honest, step: last, deed: () => `exit ${String(status)}` }),
      ),
  };
  return [...command.steps.map((_, step) => wrongStatus(experiment, step)), silent];
}

function wrongStatus({ command, mustNotBelieveStatuses }: Experiment, step: number): Lie {
  const statuses = step === command.steps.length - 1 ? ALL : TELLING;
  const wrong = statuses.filter((status) => !command.steps[step]?.okStatus.includes(status));
  return {
    title: `says everything and ends step ${String(step + 1)} with a wrong status`,
    attempt: () => mustNotBelieveStatuses(step, wrong),
  };
}
