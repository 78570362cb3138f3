import { type Finding, type RawFinding, toFinding } from '@pawl/findings';
import type { Scanner, SourceFile } from '@pawl/scanner';
import { groupByFile } from './split-by-file.ts';
import type { Surrounder } from './surroundings.ts';

/** Gives each finding its identity, from the text of the file it is in. The text is parsed once for all findings of a file. */
export async function identify(
  scanner: Pick<Scanner, 'matchesSecrets'>,
  raw: readonly RawFinding[],
  files: readonly SourceFile[],
  surround: Surrounder,
): Promise<readonly Finding[]> {
  const byFile = groupByFile(raw);
  const identified: Finding[] = [];
  for (const { file, text } of files) {
    const here = byFile.get(file) ?? [];
    const around = here.length === 0 ? [] : await surround(here, text);
    for (const [index, finding] of here.entries())
      identified.push(toFinding(finding, around[index] ?? { symbol: '', snippet: '' }));
  }
  return scanner.matchesSecrets ? identified.map(masked) : identified;
}

/** The fingerprint is made of the real text; nothing that is stored or shown holds it. */
function masked(finding: Finding): Finding {
  return { ...finding, snippet: '(a secret)' };
}
