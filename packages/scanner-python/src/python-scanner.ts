import { createHash } from 'node:crypto';
import type { RawFinding } from '@pawl/findings';
import { readExaminations, type Scanner } from '@pawl/scanner';
import type { Hit } from './examine.ts';
import { examineAside, owes } from './examine-aside.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { RUFF_OPTIONS, TOOLS } from './tools.ts';

const NAME = 'python';

/** Ruff's flake8-bandit rules in this process, with a configuration of ours alone and no comment of the source honoured. */
export const pythonScanner: Scanner = {
  name: NAME,
  scope: 'file',
  version: TOOLS['@astral-sh/ruff-wasm-nodejs'],
  rulesDigest: createHash('sha256')
    .update(JSON.stringify([TOOLS, RUFF_OPTIONS, RULES, LEFT_OUT]))
    .digest('hex'),
  owes,
  prepare: examineAside.prepare,
  plan: ({ files }) => ({ kind: 'in-process', run: () => examineAside.examine(files) }),
  read: (output, request) => readExaminations(NAME, output, request, toRawFinding),
};

function toRawFinding(file: string, hit: Hit): RawFinding {
  const rule = RULES[hit.rule];
  if (rule === undefined) throw new Error(`there is no rule ${hit.rule}`);
  return { tool: NAME, severity: rule.severity, cwe: [rule.cwe], file, ...hit };
}
