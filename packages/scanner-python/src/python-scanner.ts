import { createHash } from 'node:crypto';
import type { RawFinding } from '@pawl/findings';
import type { Scanner, ScanRequest, ScanResult } from '@pawl/scanner';
import { examineAll, type Examination, type Hit } from './examine.ts';
import { LEFT_OUT, RULES } from './rules.ts';
import { RUFF_OPTIONS, TOOLS } from './tools.ts';

const NAME = 'python';

/** Ruff's flake8-bandit rules in this process, with a configuration of ours alone and no comment of the source honoured. */
export const pythonScanner: Scanner = {
  name: NAME,
  version: TOOLS['@astral-sh/ruff-wasm-nodejs'],
  rulesDigest: createHash('sha256')
    .update(JSON.stringify([TOOLS, RUFF_OPTIONS, RULES, LEFT_OUT]))
    .digest('hex'),
  owes: (file) => /\.(py|pyi|pyw)$/iu.test(file),
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

function toRawFinding(file: string, hit: Hit): RawFinding {
  const rule = RULES[hit.rule];
  if (rule === undefined) throw new Error(`there is no rule ${hit.rule}`);
  return { tool: NAME, severity: rule.severity, cwe: [rule.cwe], file, ...hit };
}
