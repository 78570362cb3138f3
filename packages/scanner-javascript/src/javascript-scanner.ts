import { createHash } from 'node:crypto';
import type { RawFinding } from '@pawl/findings';
import { readExaminations, type Scanner } from '@pawl/scanner';
import type { Hit } from './examine.ts';
import { examineAside, owes } from './examine-aside.ts';
import { RULES } from './rules.ts';
import { TOOLS } from './tools.ts';

const NAME = 'javascript';
const ruleById = new Map(RULES.map((rule) => [rule.id, rule]));

/**
 * ESLint in this process, with a configuration of ours alone: nothing is read from the disk, no comment of the source
 * switches anything off, and the name of the file changes nothing but its grammar.
 */
export const javascriptScanner: Scanner = {
  name: NAME,
  scope: 'file',
  version: TOOLS.eslint,
  rulesDigest: createHash('sha256')
    .update(JSON.stringify([TOOLS, RULES]))
    .digest('hex'),
  owes,
  prepare: examineAside.prepare,
  plan: ({ files }) => ({ kind: 'in-process', run: () => examineAside.examine(files) }),
  read: (output, request) => readExaminations(NAME, output, request, toRawFinding),
};

function toRawFinding(file: string, { rule: id, ...range }: Hit): RawFinding {
  const rule = ruleById.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const { severity, message, cwe } = rule;
  return { tool: NAME, rule: id, severity, message, cwe, file, ...range };
}
