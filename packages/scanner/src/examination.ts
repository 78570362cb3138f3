import type { NotExaminedCode, RawFinding } from '@pawl/findings';
import type { ScanRequest, ScanResult } from './scanner.ts';

/** What an in-process engine says of one file: its hits, or why it could not read it. */
export type Examination<Hit> =
  | { readonly kind: 'examined'; readonly hits: readonly Hit[] }
  | { readonly kind: 'not-examined'; readonly code: NotExaminedCode; readonly why: string };

/**
 * The result of a scan that gave one examination for each file, in the order of the request.
 *
 * @throws Error where their number is not that of the files: then nobody knows which is whose.
 */
export function readExaminations<Hit>(
  by: string,
  output: unknown,
  { files }: ScanRequest,
  toFinding: (file: string, hit: Hit) => RawFinding,
): ScanResult {
  const examinations = output as readonly Examination<Hit>[];
  if (examinations.length !== files.length) throw new Error('there is not one result for each file');
  const pairs = files.map(({ file, blob }, index) => ({ file, blob, said: examinations[index] as Examination<Hit> }));
  return {
    findings: pairs.flatMap(({ file, said }) =>
      said.kind === 'examined' ? said.hits.map((hit) => toFinding(file, hit)) : [],
    ),
    coverage: {
      examined: pairs.flatMap(({ file, blob, said }) => (said.kind === 'examined' ? [{ file, blob, by }] : [])),
      notExamined: pairs.flatMap(({ file, blob, said }) =>
        said.kind === 'not-examined' ? [{ file, blob, by, code: said.code, why: said.why }] : [],
      ),
    },
  };
}
