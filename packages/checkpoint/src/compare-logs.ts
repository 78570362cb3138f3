import type { Inventory } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import { joinCoverage, NO_COVERAGE } from '@pawl/findings';
import type { Fault } from '@pawl/verdict';
import { coverageOfChange } from './coverage-of-change.ts';
import type { Subject, Told } from './given-logs.ts';
import type { ScanOfSide } from './means.ts';
import { faultOf } from './pins.ts';
import type { Sides } from './sides.ts';
import type { Surrounder } from './surroundings.ts';
import { isLog, type Tool } from './tools.ts';

/** What the logs are compared with: those in the lock, or those that were handed in for the base. */
export type LogBase =
  | { readonly kind: 'locked'; readonly tools: readonly Tool[]; readonly inventory: () => Promise<Inventory> }
  | { readonly kind: 'given'; readonly logs: readonly string[] };

/** The texts of SARIF files. */
export interface QuestionOfLogs {
  readonly base: LogBase;
  readonly head: readonly string[];
}

export interface MeansOfLogs {
  readonly config: Config;
  readonly surround: Surrounder;
  readonly subjects: Sides<() => Promise<Subject>>;
  /** The paths that differ. */
  readonly changed: Sides<ReadonlySet<string>>;
}

export interface ComparedLogs extends Sides<ScanOfSide> {
  readonly faults: readonly Fault[];
}

/** Nobody was asked. */
export const NO_LOGS: QuestionOfLogs = { base: { kind: 'given', logs: [] }, head: [] };

const NOTHING: ScanOfSide = { findings: [], coverage: NO_COVERAGE };

/**
 * Both sides of every tool that left a log. A log on one side only, or one of another version, compares with nothing, and
 * one that cannot be relied on says nothing: those are faults.
 */
export async function compareLogs({ base, head }: QuestionOfLogs, means: MeansOfLogs): Promise<ComparedLogs> {
  const isSilent = head.length === 0 && (base.kind === 'given' ? base.logs.length === 0 : !base.tools.some(isLog));
  if (isSilent) return { base: NOTHING, head: NOTHING, faults: [] };
  try {
    const after = await tell(head, 'head', means);
    const before = base.kind === 'given' ? await tell(base.logs, 'base', means) : await recall(base);
    const faults = [...after.flatMap((told) => mismatch(told, before, base)), ...missing(after, before, base)];
    const names = new Set(
      after.filter((told) => mismatch(told, before, base).length === 0).map(({ tool }) => tool.name),
    );
    const sides = { base: join(before, names), head: join(after, names) };
    const coverage = coverageOfChange({ base: sides.base.coverage, head: sides.head.coverage }, means.changed);
    return {
      base: { ...sides.base, coverage: coverage.base },
      head: { ...sides.head, coverage: coverage.head },
      faults,
    };
  } catch (error) {
    return { base: NOTHING, head: NOTHING, faults: [faultOf(error)] };
  }
}

async function tell(
  logs: readonly string[],
  side: 'base' | 'head',
  { subjects, config, surround, changed }: MeansOfLogs,
): Promise<readonly Told[]> {
  if (logs.length === 0) return [];
  const { readLogs } = await import('./given-logs.ts');
  const judged = new Set([...changed.base, ...changed.head]);
  return readLogs(logs, await subjects[side](), { config, judged }, surround);
}

/** What the tools of logs said when they were locked. */
async function recall({ tools, inventory }: Extract<LogBase, { readonly kind: 'locked' }>): Promise<readonly Told[]> {
  const { findings, coverage } = await inventory();
  return tools.filter(isLog).map((tool) => ({
    tool: { ...tool, rules: [] },
    findings: findings.filter((finding) => finding.tool === tool.name),
    coverage: {
      examined: coverage.examined.filter(({ by }) => by === tool.name),
      notExamined: coverage.notExamined.filter(({ by }) => by === tool.name),
    },
  }));
}

function join(told: readonly Told[], names: ReadonlySet<string>): ScanOfSide {
  const some = told.filter(({ tool }) => names.has(tool.name));
  return {
    findings: some.flatMap(({ findings }) => findings),
    coverage: joinCoverage(some.map(({ coverage }) => coverage)),
  };
}

const GIVE_BASE = 'give its log of the base too: --base-sarif FILE';
const LOCK_AGAIN = 'let a person lock again with the log of this tool: pawl lock --sarif FILE';

function mismatch({ tool: { name, version } }: Told, before: readonly Told[], { kind }: LogBase): readonly Fault[] {
  const then = before.find(({ tool }) => tool.name === name)?.tool;
  if (then?.version === version) return [];
  const [where, again] = kind === 'locked' ? ['the lock', LOCK_AGAIN] : ['the base', GIVE_BASE];
  if (then === undefined) return [{ code: 'tool-not-locked', message: `${where} has no log of ${name}`, next: again }];
  return [
    {
      code: 'tool-changed',
      message: `${name} is ${version} in the log, and ${then.version} in ${where}`,
      next: `make the log with version ${then.version}, or ${again}`,
    },
  ];
}

/** A tool that was heard at the base and is silent now may have found anything. */
function missing(after: readonly Told[], before: readonly Told[], { kind }: LogBase): readonly Fault[] {
  const heard = new Set(after.map(({ tool }) => tool.name));
  const where = kind === 'locked' ? 'the lock' : 'the base';
  return before
    .filter(({ tool }) => !heard.has(tool.name))
    .map(({ tool: { name } }) => ({
      code: 'log-missing',
      message: `${where} has a log of ${name}, and there is none of what is judged`,
      next: 'hand it in: pawl check --sarif FILE',
    }));
}
