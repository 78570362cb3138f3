// @ts-check
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { judgeInvariants } from '@pawl/invariants';
import { openSyntax } from '@pawl/syntax';
import { isStopped } from './is-stopped.mjs';

/** @typedef {import('./pairs.mjs').Case} Case */
/** @typedef {import('./pairs.mjs').Text} Text */
/** @typedef {{ case: Case, stopped: boolean, examined: boolean, reasons: string[] }} Judged */

/** @param {readonly Case[]} cases @returns {Promise<Judged[]>} */
export async function judge(cases) {
  const syntax = openSyntax((file) => readFile(new URL(import.meta.resolve(`@pawl/syntax/grammars/${file}`))));
  const judged = [];
  for (const each of cases) {
    const result = await judgeInvariants(each.pairs.map(asPair), syntax);
    judged.push({
      case: each,
      stopped: isStopped(result),
      examined: result.headCoverage.notExamined.length + result.baseCoverage.notExamined.length === 0,
      reasons: result.findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
    });
  }
  return judged;
}

/** @param {import('./pairs.mjs').Pair} pair */
function asPair({ base, head }) {
  return { ...(base && { base: asSource(base) }), ...(head && { head: asSource(head) }) };
}

/** @param {Text} text */
function asSource({ file, text }) {
  return { file, text, blob: createHash('sha1').update(text).digest('hex') };
}
