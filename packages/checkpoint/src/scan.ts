import { type Coverage, type Finding, joinCoverage, toFinding, type RawFinding } from '@pawl/findings';
import { run } from '@pawl/process';
import { readOutput, type Scanner, type SourceFile } from '@pawl/scanner';
import type { Surrounder } from './surroundings.ts';
import type { Version } from './version.ts';

export interface ScanOfTree {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** What a scan is made with. */
export interface Means {
  readonly scanners: readonly Scanner[];
  readonly surround: Surrounder;
  /** For one scanner over one side, in milliseconds. */
  readonly timeoutMs: number;
}

/** Runs every scanner over the files that it is owed, and gives each finding its identity. */
export async function scan(means: Means, versions: readonly Version[]): Promise<ScanOfTree> {
  const parts: ScanOfTree[] = [];
  // One after the other: in-process engines share the processor, and their peak memory should not add up.
  for (const scanner of means.scanners) parts.push(await scanWith(scanner, means, versions));
  return {
    findings: parts.flatMap(({ findings }) => findings),
    coverage: joinCoverage(parts.map(({ coverage }) => coverage)),
  };
}

async function scanWith(
  scanner: Scanner,
  { surround, timeoutMs }: Means,
  versions: readonly Version[],
): Promise<ScanOfTree> {
  const owed = versions.filter(({ file }) => scanner.owes(file));
  const unread = coverageOfUnread(scanner.name, owed);
  const files: SourceFile[] = owed.flatMap((version) => (version.kind === 'text' ? [version] : []));
  if (files.length === 0) return { findings: [], coverage: unread };
  const request = { files };
  const output = await run(scanner.plan(request), { inProcessTimeoutMs: timeoutMs });
  const { findings, coverage } = readOutput(scanner, output, request);
  const identified = await identify(findings, files, surround);
  return {
    findings: scanner.matchesSecrets ? identified.map(masked) : identified,
    coverage: joinCoverage([unread, coverage]),
  };
}

/** The fingerprint is made of the real text; nothing that is stored or shown holds it. */
function masked(finding: Finding): Finding {
  return { ...finding, snippet: '(a secret)' };
}

/** What could not be read as text was owed to this scanner all the same, and it did not see it. */
export function coverageOfUnread(by: string, versions: readonly Version[]): Coverage {
  const notExamined = versions.flatMap((version) =>
    version.kind === 'unread'
      ? [{ file: version.file, blob: version.blob, by, code: version.code, why: version.why }]
      : [],
  );
  return { examined: [], notExamined };
}

async function identify(
  raw: readonly RawFinding[],
  files: readonly SourceFile[],
  surround: Surrounder,
): Promise<Finding[]> {
  const identified: Finding[] = [];
  for (const { file, text } of files) {
    const here = raw.filter((finding) => finding.file === file);
    const around = here.length === 0 ? [] : await surround(here, text);
    for (const [index, finding] of here.entries())
      identified.push(toFinding(finding, around[index] ?? { symbol: '', snippet: '' }));
  }
  return identified;
}
