import { createHash } from 'node:crypto';
import type { RawFinding } from '@pawl/findings';
import { readExaminations, type Scanner } from '@pawl/scanner';
import { examineAll, type Hit } from './examine.ts';
import { owes } from './owes.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { TOOLS } from './tools.ts';

const NAME = 'secrets';

/**
 * Secretlint in this process. No finding holds the secret: it gives the exact range, and whoever takes the text of that
 * range out of the file has to mask it.
 */
export const secretsScanner: Scanner = {
  name: NAME,
  scope: 'file',
  version: TOOLS['@secretlint/secretlint-rule-preset-recommend'],
  rulesDigest: createHash('sha256')
    .update(JSON.stringify([TOOLS, RULES, LEFT_OUT]))
    .digest('hex'),
  matchesSecrets: true,
  owes,
  plan: ({ files }) => ({ kind: 'in-process', run: () => examineAll(files) }),
  read: (output, request) => readExaminations(NAME, output, request, toRawFinding),
};

function toRawFinding(file: string, hit: Hit): RawFinding {
  const rule = RULES[hit.rule];
  if (rule === undefined) throw new Error(`there is no rule ${hit.rule}`);
  return { tool: NAME, ...rule, cwe: ['CWE-798'], file, ...hit };
}
