import { commandsOf, type Job, type Step } from '@pawl/verdict';

/** A command that judges: the others of Pawl only show or set something up. */
const JUDGES = /(?:^|[\s/"'=(;&|])pawl(?:@[\w.^~-]+)?["']?\s+(?:check|verify|loop)\b/u;

/** An action or a reusable workflow of Pawl's own, in whatever organisation it is published. */
const ACTION = /(?:^|\/)pawl(?:-action|-check|-judge)?(?:\.ya?ml)?(?:\/[^@]*)?(?:@|$)/iu;

export function isJudging(step: Step): boolean {
  return isAction(step) || commandsOf(step).some((line) => JUDGES.test(line));
}

/** It fetches what it needs, and finds out itself which commit an event is about. */
export function isAction({ uses }: Step): boolean {
  return uses !== undefined && ACTION.test(uses);
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
