import { createHash } from 'node:crypto';
import type { Cache, Key } from '@pawl/cache';
import { ENGINES } from '@pawl/checkpoint';
import type { Judged, Task } from '../task.ts';
import type { Answer, Setting } from './judge-task.ts';

/** What was judged in an earlier run. Whatever is wrong with it is a miss. */
export interface KeptAnswers {
  recall(task: Task): Promise<Judged | undefined>;
  /** Only what would come out the same another time is kept. */
  keep(task: Task, answer: Answer): Promise<void>;
}

/** By everything that an answer depends on. `version` is that of Pawl. */
export function keptAnswers(
  cache: Cache,
  { standard, tier }: Pick<Setting, 'standard' | 'tier'>,
  version: string,
): KeptAnswers {
  const decides = digestOf([ENGINES, standard]);
  const keyOf = ({ base, head }: Task): Key => ['bench', '1', version, decides, tier, base, head];
  return {
    recall: async (task) => {
      const value = await cache.get(keyOf(task));
      return isJudged(value) ? value : undefined;
    },
    keep: async (task, { judged, isLasting }) => {
      if (isLasting) await cache.put(keyOf(task), judged);
    },
  };
}

/** Names what decides, for who compares two runs. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

const STATES: readonly unknown[] = ['clean', 'stopped', 'could-not-tell'] satisfies readonly Judged['state'][];

/** What is in a cache may be anything. */
function isJudged(value: unknown): value is Judged {
  if (typeof value !== 'object' || value === null) return false;
  const { state, reasons, more, rules, ms, processorMs } = value as Partial<Record<keyof Judged, unknown>>;
  const areNumbers = [more, ms, processorMs].every((number) => Number.isFinite(number));
  if (!STATES.includes(state) || !Array.isArray(reasons) || !Array.isArray(rules) || !areNumbers) return false;
  return reasons.every(isReason) && (state === 'clean') === (rules.length === 0);
}

function isReason(value: unknown): boolean {
  const { kind, outcome, message } = (value ?? {}) as { readonly [name: string]: unknown };
  return [kind, outcome, message].every((text) => typeof text === 'string');
}
