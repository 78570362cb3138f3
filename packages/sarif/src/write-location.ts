import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import { SarifError } from './sarif-error.ts';

/** The root of the repository: what every path in a log counts from. */
export const SRCROOT = '%SRCROOT%';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Where each file stands in the artifacts of a log. */
export type Files = ReadonlyMap<string, number>;

export function writeLocation(place: Place, files: Files): PhysicalLocation {
  return { artifactLocation: writeFile(place.file, files), region: writeRegion(place) };
}

export function writeFile(file: string, files: Files): ArtifactLocation {
  const index = files.get(file);
  return { uri: encodedPath(file), uriBaseId: SRCROOT, ...(index === undefined ? {} : { index }) };
}

/**
 * An end that lies before the start is left out, since SARIF 3.30 has no place for it: then the rest of the first line is
 * meant. Start and end at one place are kept: that is how SARIF says "between two characters".
 */
function writeRegion({ line, column, endLine, endColumn }: Place): Region {
  const start = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  const isBackwards =
    (endLine ?? line) < line || ((endLine ?? line) === line && endColumn !== undefined && endColumn < (column ?? 1));
  if (isBackwards) return start;
  return {
    ...start,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** A reader resolves dots, encoded or not, so a path with them would name another file than the one that was judged. */
function encodedPath(file: string): string {
  const segments = file.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new SarifError('bad-uri', `The path ${JSON.stringify(file)} is not one from the root of a repository.`);
  }
  try {
    return segments.map(encodeURIComponent).join('/');
  } catch (cause) {
    throw new SarifError('bad-uri', `The path ${JSON.stringify(file)} is not well-formed Unicode.`, { cause });
  }
}
