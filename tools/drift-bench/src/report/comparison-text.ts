import { CASE_KINDS } from '../dataset/case.ts';
import type { ResultRow } from '../run/result-row.ts';
import type { Changed, Comparison } from './compare.ts';

/** One line a case, the kinds apart, and the totals first. */
export function comparisonText({ won, lost, onlyBefore, onlyAfter, same }: Comparison): string {
  const total = `won ${won.length}, lost ${lost.length}, same ${same}, only before ${onlyBefore.length}, only after ${onlyAfter.length}`;
  return `${[
    total,
    ...section('won', won),
    ...section('lost', lost),
    ...single('only before', onlyBefore),
    ...single('only after', onlyAfter),
  ].join('\n')}\n`;
}

function section(title: string, changed: readonly Changed[]): readonly string[] {
  return CASE_KINDS.flatMap((kind) => {
    const group = changed.filter(({ after }) => after.kind === kind);
    return group.length === 0 ? [] : ['', `${title}: ${kind} (${group.length})`, ...group.map(changedLine)];
  });
}

function changedLine({ before, after }: Changed): string {
  const [told] = after.reasons.length > 0 ? after.reasons : before.reasons;
  const why = told === undefined ? '' : `  ${told.message.split('\n', 1)[0]}`;
  return `  ${facts(after)}  ${scoreText(before.score)} → ${scoreText(after.score)}${why}`;
}

function single(title: string, rows: readonly ResultRow[]): readonly string[] {
  return rows.length === 0 ? [] : ['', `${title} (${rows.length})`, ...rows.map((row) => `  ${facts(row)}`)];
}

function facts({ id, kind, repo, change }: ResultRow): string {
  return `${id}  ${kind}  ${repo}${change === null ? '' : `  ${change}`}`;
}

function scoreText(score: number): string {
  return String(Math.round(score * 1e4) / 1e4);
}
