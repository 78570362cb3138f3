import type { Coverage } from '@pawl/findings';
import type { SarifArtifact } from '@pawl/sarif';
import type { ComparedCoverage } from '@pawl/verdict';
import { shownPath } from './shown.ts';

/** Every file that was owed an examination, with what became of it since the base. */
export function artifactsOf({ base, head, renames, deleted }: ComparedCoverage): readonly SarifArtifact[] {
  const before = blobsOf(base);
  const after = blobsOf(head);
  const roleOf = (file: string, blob: string): NonNullable<SarifArtifact['role']> => {
    if (renames.has(file)) return 'renamed';
    const was = before.get(file);
    if (was === undefined) return 'added';
    return was === blob ? 'unmodified' : 'modified';
  };
  return [
    ...[...after].map(([file, blob]) => ({ file: shownPath(file), role: roleOf(file, blob) })),
    ...[...deleted]
      .filter((file) => !after.has(file))
      .map((file) => ({ file: shownPath(file), role: 'deleted' as const })),
  ];
}

function blobsOf({ examined, notExamined }: Coverage): ReadonlyMap<string, string> {
  return new Map([...examined, ...notExamined].map(({ file, blob }) => [file, blob]));
}
