import { createHash } from 'node:crypto';
import { SarifError, type SarifRun } from '@pawl/sarif';
import type { ScanRequest } from '@pawl/scanner';

const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
};

/**
 * @throws SarifError `stale` where a run says that it saw another content of a file than the one that is judged. An
 * algorithm that nobody here can compute is passed over: the other checks remain.
 */
export function requireSameContent(runs: readonly SarifRun[], { files }: ScanRequest): void {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  for (const { file, algorithm, value } of runs.flatMap(({ hashes }) => hashes)) {
    const name = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
    const text = texts.get(file);
    if (name === undefined || text === undefined) continue;
    if (createHash(name).update(text, 'utf8').digest('hex') !== value) {
      const what = `The log was made of another content of ${JSON.stringify(file)}.`;
      throw new SarifError('stale', what, { next: 'Run the tool on the tree that is judged, and give that log.' });
    }
  }
}
