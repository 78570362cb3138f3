import { type Finding, joinCoverage } from '@pawl/findings';
import type { Scanner, ScanResult, SourceFile } from '@pawl/scanner';
import { eachOf } from './each-of.ts';
import { examine, hasFault } from './examine.ts';
import { identify } from './identify.ts';
import type { Means, ScanOfSide } from './means.ts';
import { bothSides, type Sides } from './sides.ts';
import { splitByFile } from './split-by-file.ts';
import type { Version } from './version.ts';
import { textsOf } from './versions.ts';

/** A content under a path, wherever it stands: what a scanner says of one file depends on nothing else. */
interface Source extends SourceFile {
  readonly side: keyof Sides<unknown>;
}

/** Scans single files. What is the same on both sides is scanned once, and what is known from before is not scanned again. */
export async function scanFiles(
  scanner: Scanner,
  owed: Sides<readonly Version[]>,
  means: Means,
): Promise<Sides<ScanOfSide>> {
  const texts = bothSides(owed, textsOf);
  const sources = new Map<string, Source>();
  for (const side of ['base', 'head'] as const)
    for (const { file, blob, text } of texts[side]) sources.set(nameOf({ file, blob }), { file, blob, text, side });

  const results = await resultsOf(scanner, sources, means);
  const findings = new Map<string, readonly Finding[]>();
  for (const [name, source] of sources) {
    findings.set(name, await identify(scanner, results.get(name)?.findings ?? [], [source], means.surround));
  }
  return bothSides(texts, (side) => {
    const names = side.map(nameOf);
    return {
      findings: names.flatMap((name) => findings.get(name) ?? []),
      coverage: joinCoverage(names.flatMap((name) => results.get(name)?.coverage ?? [])),
    };
  });
}

async function resultsOf(
  scanner: Scanner,
  sources: ReadonlyMap<string, Source>,
  means: Means,
): Promise<ReadonlyMap<string, ScanResult>> {
  const known = await recallAll(scanner, sources, means);
  const missing = new Map([...sources].filter(([name]) => !known.has(name)));
  if (missing.size === 0) return known;
  means.scanning(scanner.name);
  const found = await examineAll(scanner, missing, means);
  // A fault must be judged as it would be without a cache: an old answer for one side would make it a loss of the other.
  if (known.size > 0 && [...found.values()].some(hasFault)) return examineAll(scanner, sources, means);
  return new Map([...known, ...found]);
}

async function recallAll(
  scanner: Scanner,
  sources: ReadonlyMap<string, Source>,
  { results }: Means,
): Promise<ReadonlyMap<string, ScanResult>> {
  const known = await eachOf([...sources], async ([name, source]) => {
    const result = await results.recall(scanner, [source.file, source.blob]);
    return result && isWholeFor(source, result) ? ([name, result] as const) : undefined;
  });
  return new Map(known.filter((one) => one !== undefined));
}

/** One request for both sides, in which each file lies in the folder of its side: a tool is started once. */
async function examineAll(
  scanner: Scanner,
  sources: ReadonlyMap<string, Source>,
  { run, results }: Means,
): Promise<ReadonlyMap<string, ScanResult>> {
  const placed = [...sources].map(([name, source]) => ({ name, source, file: `${source.side}/${source.file}` }));
  const files = placed.map(({ file, source: { blob, text } }) => ({ file, blob, text }));
  const partOf = splitByFile(await examine(scanner, run, files));
  const found = placed.map(({ name, source, file }) => ({
    name,
    source,
    result: renamed(partOf(file), file, source.file),
  }));
  await eachOf(found, async ({ source, result }) => {
    if (isWholeFor(source, result)) await results.keep(scanner, [source.file, source.blob], result);
  });
  return new Map(found.map(({ name, result }) => [name, result]));
}

/** Takes the folder of the side off again, also where a tool names the file in words. */
function renamed({ findings, coverage }: ScanResult, placed: string, file: string): ScanResult {
  return {
    findings: findings.map((finding) => ({ ...finding, file })),
    coverage: {
      examined: coverage.examined.map((record) => ({ ...record, file })),
      notExamined: coverage.notExamined.map(({ why, ...record }) => {
        return { ...record, file, why: why.replaceAll(placed, () => file) };
      }),
    },
  };
}

/** Only what was examined to the end is kept, and nothing else is taken back. */
function isWholeFor({ file, blob }: Source, { findings, coverage }: ScanResult): boolean {
  const [examined, ...others] = coverage.examined;
  return (
    coverage.notExamined.length === 0 &&
    others.length === 0 &&
    examined?.file === file &&
    examined.blob === blob &&
    findings.every((finding) => finding.file === file)
  );
}

function nameOf({ file, blob }: Pick<SourceFile, 'file' | 'blob'>): string {
  return `${blob} ${file}`;
}
