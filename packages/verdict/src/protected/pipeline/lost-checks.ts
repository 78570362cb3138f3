import { checksIn, checksOfAction, LONGEST } from './checks-in.ts';
import type { Job, Pipeline, Step } from './pipeline.ts';

/** How much a check counts: not at all, without consequence, sometimes, always. */
export type Strength = 0 | 1 | 2 | 3;

interface Check {
  readonly strength: Strength;
  readonly job: string;
}

/** What a pipeline checked and no longer does, or no longer minds. */
export function lostChecks(before: Pipeline, after: Pipeline): readonly string[] {
  const is = checksOf(after);
  return [...checksOf(before)].flatMap(([check, was]) => {
    const now = is.get(check);
    if (now === undefined)
      return [`The pipeline no longer runs ${SAID[check] ?? `\`${check}\``} (job \`${was.job}\`).`];
    if (now.strength >= was.strength) return [];
    return [
      now.strength === 2
        ? `${subject(check, now)} only runs on a condition now.`
        : `${subject(check, now)} may now fail without failing the pipeline.`,
    ];
  });
}

const SAID: Readonly<Record<string, string>> = {
  tests: 'tests',
  lint: 'a linter',
  types: 'the type check',
  'browser tests': 'browser tests',
};

function subject(check: string, { job }: Check): string {
  return `The check \`${check}\` of job \`${job}\``;
}

export function isChecking(job: Job): boolean {
  return job.steps.some((step) => checksOfStep(step).length > 0);
}

/** How much a check counts in a pipeline, at its strongest. */
export function strengthOfCheck(check: string, pipeline: Pipeline): Strength {
  return checksOf(pipeline).get(check)?.strength ?? 0;
}

/** Every check at its strongest. */
function checksOf({ jobs }: Pipeline): ReadonlyMap<string, Check> {
  const checks = new Map<string, Check>();
  for (const job of jobs) {
    for (const step of job.steps) {
      for (const [check, own] of checksOfStep(step)) {
        const strength = Math.min(own, strengthOf(job), strengthOf(step)) as Strength;
        if (strength > 0 && strength > (checks.get(check)?.strength ?? 0)) checks.set(check, { strength, job: job.id });
      }
    }
  }
  return checks;
}

function strengthOf({ condition, isSoft }: Pick<Job | Step, 'condition' | 'isSoft'>): Strength {
  if (/^(?:false|never|''|0)$/u.test(condition) || /(?:^|&&)false(?:&&|$)/u.test(condition)) return 0;
  if (isSoft) return 1;
  return condition === '' ? 3 : 2;
}

function checksOfStep(step: Step): readonly (readonly [string, Strength])[] {
  const lines = commandsOf(step);
  const shell = shellOf(step);
  return [
    ...(step.uses === undefined ? [] : checksOfAction(step.uses).map((check) => [check, 3] as const)),
    ...lines.flatMap((line, index) => {
      const checks = checksIn(line);
      if (checks.length === 0) return [];
      const strength = strengthOfLine(line, shell, index === lines.length - 1);
      return checks.map((check) => [check, strength] as const);
    }),
  ];
}

/** What a step runs: without what only installs or says something, and nothing after a script that ends at once. */
export function commandsOf({ commands }: Step): readonly string[] {
  const lines = commands.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return /^exit\b/u.test(lines[0] ?? '') ? [] : lines.filter((line) => !ONLY_PREPARES.test(line));
}

const ONLY_PREPARES =
  /^(?:(?:python\S* -m )?pip\d?|npm (?:i|ci|install)|yarn (?:add|install)|pnpm (?:add|i|install)|apt(?:-get)?|brew|sudo apt\S*|uv (?:pip|sync|tool install)|poetry (?:add|install)|pipx install|echo|printf|:|true|cd|export|go install|gem install)(?:\s[^&|;]*)?$/u;

/** What the shell of a step does with a command that fails. */
interface Shell {
  readonly goesOn: boolean;
  readonly mindsPipes: boolean;
}

function shellOf({ commands, options }: Step): Shell {
  const shell = String(options['shell'] ?? '');
  const isOn = (option: RegExp): boolean => commands.some((each) => option.test(each));
  return {
    goesOn:
      (isOn(/^\s*set \+e\b/u) && !isOn(/\bexit \$|^\s*set -e/u)) || (/\{0\}/u.test(shell) && !/ -\w*e/u.test(shell)),
    mindsPipes: shell === 'bash' || isOn(/pipefail/u),
  };
}

function strengthOfLine(written: string, { goesOn, mindsPipes }: Shell, isLast: boolean): Strength {
  const line = written.slice(0, LONGEST);
  if (SOFT.test(line) || (goesOn && !isLast) || (INTO_A_PIPE.test(line) && !mindsPipes)) return 1;
  return /^if\b.*;\s*then\b|^\[{1,2} .*\]{1,2} &&|^test .* &&/u.test(line) ? 2 : 3;
}

const SOFT =
  /\|\|\s*(?:true\b|:|exit 0\b|echo\b|\(?\s*echo\b|printf\b)|;\s*(?:true|exit 0|:)\s*$|[^&]&\s*$|--exit-zero\b|--soft-fail\b|--exit-code[= ]0\b|--no-fail\b|--no-error\b|catchError|\breturnStatus: *true/u;

/** The failure of what comes before a pipe is lost, unless the shell was told otherwise. */
const INTO_A_PIPE = /[^|]\|\s*(?:tee|cat|head|tail|grep|sed|awk)\b/u;

/** What a check is told to pass over, as it is written. */
const PASSES_OVER =
  /--(?:ignore|ignore-vuln|ignore-glob|deselect|exclude|exclude-dir|skip|skip-dirs|testPathIgnorePatterns|exclude-rule|ignore-advisory|allow-list)[= ]("[^"]*"|'[^']*'|\S+)|-[km][= ]?["']?not [^"']*["']?|--audit-level[= ](?:critical|none)\b|--passWithNoTests\b|--severity[= ]CRITICAL\b/gu;

/** Parts that a check newly leaves out. */
export function passedOver(before: Pipeline, after: Pipeline): readonly string[] {
  const known = new Set(leftOut(before));
  return [...new Set(leftOut(after))]
    .filter((part) => !known.has(part))
    .map((part) => `A check is told to pass over something now: \`${part}\`.`);
}

function leftOut({ jobs }: Pipeline): readonly string[] {
  const lines = jobs.flatMap(({ steps }) => steps.flatMap(commandsOf)).filter((line) => checksIn(line).length > 0);
  return lines.flatMap((line) => [...line.slice(0, LONGEST).matchAll(PASSES_OVER)].map(([part]) => part));
}
