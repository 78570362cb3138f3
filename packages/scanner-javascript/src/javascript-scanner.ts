import { createHash } from 'node:crypto';
import type { RawFinding } from '@pawl/findings';
import type { Scanner, ScanRequest, ScanResult } from '@pawl/scanner';
import { examineAll, type Examination, type Hit } from './examine.ts';
import { languageOf } from './language.ts';
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
  version: TOOLS.eslint,
  rulesDigest: createHash('sha256')
    .update(JSON.stringify([TOOLS, RULES]))
    .digest('hex'),
  owes: (file) => languageOf(file) !== undefined,
  plan: ({ files }) => ({ kind: 'in-process', run: () => examineAll(files) }),
  read,
};

function read(output: unknown, { files }: ScanRequest): ScanResult {
  const examinations = output as readonly Examination[];
  if (examinations.length !== files.length) throw new Error('there is not one result for each file');
  const pairs = files.map((source, index) => ({ ...source, examination: examinations[index] as Examination }));
  return {
    findings: pairs.flatMap(({ file, examination }) =>
      examination.kind === 'examined' ? examination.hits.map((hit) => toRawFinding(file, hit)) : [],
    ),
    coverage: {
      examined: pairs.flatMap(({ file, blob, examination }) =>
        examination.kind === 'examined' ? [{ file, blob, by: NAME }] : [],
      ),
      notExamined: pairs.flatMap(({ file, blob, examination }) =>
        examination.kind === 'not-examined'
          ? [{ file, blob, by: NAME, code: examination.code, why: examination.why }]
          : [],
      ),
    },
  };
}

function toRawFinding(file: string, { rule: id, ...range }: Hit): RawFinding {
  const rule = ruleById.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  const { severity, message, cwe } = rule;
  return { tool: NAME, rule: id, severity, message, cwe, file, ...range };
}
