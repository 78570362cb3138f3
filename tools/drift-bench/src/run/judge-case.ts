import { Buffer } from 'node:buffer';
import type { Syntax } from '@pawl/syntax';
import type { Case } from '../dataset/case.ts';
import { changedLines } from '../dataset/changed-lines.ts';
import { changedSymbols } from '../dataset/changed-symbols.ts';
import type { Gate, Judgement } from '../gate/gate.ts';
import { caseFacts, type JudgedRow } from './result-row.ts';

export interface JudgeOptions {
  readonly gate: Gate;
  /** Finds the symbols that changed, to compare them with those that the gate names. */
  readonly syntax: Syntax;
  readonly threshold: number;
}

export async function judgeCase(testCase: Case, { gate, syntax, threshold }: JudgeOptions): Promise<JudgedRow> {
  const judgement = await gate.judge(testCase);
  const { score, ms, notExamined, reasons, fault } = judgement;
  return {
    ...caseFacts(testCase.row, testCase.kind),
    state: 'judged',
    score,
    stop: score >= threshold,
    ms: Math.round(ms * 100) / 100,
    bytes: sum(testCase.pairs, ({ base, head }) => byteLength(base?.text) + byteLength(head?.text)),
    lines: sum(testCase.pairs, ({ base, head }) => lineCount(base?.text, head?.text)),
    notExamined,
    located: await locate(testCase, judgement, syntax),
    reasons,
    ...(fault === undefined ? {} : { fault }),
  };
}

async function locate({ kind, pairs }: Case, { reasons }: Judgement, syntax: Syntax): Promise<JudgedRow['located']> {
  if (kind !== 'regression' || reasons.length === 0) return null;
  const files = new Set(pairs.flatMap(({ base, head }) => [base?.file, head?.file]));
  const symbols = await changedSymbols(pairs, syntax);
  return {
    file: reasons.some(({ file }) => files.has(file)),
    symbol: symbols.size === 0 ? null : reasons.some(({ file, symbol }) => files.has(file) && symbols.has(symbol)),
  };
}

function lineCount(base: string | undefined, head: string | undefined): number {
  const lines = changedLines(base, head);
  return lines.base.length + lines.head.length;
}

function byteLength(text: string | undefined): number {
  return text === undefined ? 0 : Buffer.byteLength(text);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
