import { artifactPath } from './artifact-path.ts';
import type { Node } from './node.ts';
import { SarifError } from './sarif-error.ts';

/** The content that a log says that it saw in a file. */
export interface SarifHash {
  readonly file: string;
  /** As the log calls it: `sha-256`. */
  readonly algorithm: string;
  /** In lower-case hexadecimal. */
  readonly value: string;
}

/** What a run says about where its results come from. */
export interface SarifProvenance {
  /** The files that the tool was told to analyse: artifacts with the role `analysisTarget` (SARIF 3.24.6). */
  readonly targets: readonly string[];
  readonly hashes: readonly SarifHash[];
  /** The commits that were analysed (SARIF 3.23.4). */
  readonly revisions: readonly string[];
}

export function readProvenance(run: Node, root: string | undefined): SarifProvenance {
  const artifacts = run.list('artifacts');
  const details = run.list('versionControlProvenance');
  return {
    targets: artifacts.filter(isTarget).map((artifact) => artifactPath(run, artifact.need('location'), root)),
    hashes: artifacts.flatMap((artifact) => hashesOf(run, artifact, root)),
    revisions: details.flatMap((detail) => detail.get('revisionId')?.text() ?? []),
  };
}

function isTarget(artifact: Node): boolean {
  return artifact.list('roles').some((role) => role.text() === 'analysisTarget');
}

function hashesOf(run: Node, artifact: Node, root: string | undefined): readonly SarifHash[] {
  const hashes = artifact.get('hashes');
  const location = artifact.get('location');
  if (!hashes || !location) return [];
  const values = hashes.keys().map((algorithm) => ({ algorithm, value: hashes.need(algorithm).text().toLowerCase() }));
  try {
    const file = artifactPath(run, location, root);
    return values.map((hash) => ({ file, ...hash }));
  } catch (error) {
    // Tools list system headers and libraries too; a result in one of them is refused where the result is read.
    if (error instanceof SarifError && error.code === 'outside-repository' && !isTarget(artifact)) return [];
    throw error;
  }
}
