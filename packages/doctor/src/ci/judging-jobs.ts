import { commandsOf, type Job, type Step } from '@pawl/verdict';

/** A command that judges: the others of Pawl only show or set something up. */
const JUDGES = /(?:^|[\s/"'=(;&|])pawl(?:@[\w.^~-]+)?["']?\s+(?:check|verify|loop)\b/u;

/** An action of Pawl's own, in whatever organisation it is published. */
const ACTION = /(?:^|\/)pawl(?:-action|-check)?(?:\/[^@]*)?(?:@|$)/iu;

export function isJudging(step: Step): boolean {
  return (step.uses !== undefined && ACTION.test(step.uses)) || commandsOf(step).some((line) => JUDGES.test(line));
}

export function judgingJobs(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(({ steps }) => steps.some(isJudging));
}

/** The jobs, with nothing left in them but what judges. */
export function onlyJudging(jobs: readonly Job[]): readonly Job[] {
  return judgingJobs(jobs).map((job) => ({ ...job, steps: job.steps.filter(isJudging).map(onlyJudgingLines) }));
}

function onlyJudgingLines(step: Step): Step {
  // What sets the shell up decides whether a failure counts.
  return { ...step, commands: step.commands.filter((line) => JUDGES.test(line) || /^\s*(?:set\b|exit\b)/u.test(line)) };
}
