import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAnchor } from './anchor.ts';
import type { Assurance } from './assurance.ts';
import { lockOf, type Machine } from './lock-store.fixture.ts';
import type { TestKey } from './signer.fixture.ts';

export interface Anchored {
  readonly signers: readonly string[];
  readonly assurance?: Assurance;
  /** The lowest sequence of `main` that counts. */
  readonly lowest?: number;
  /** Else that of the first lock. */
  readonly repository?: string;
}

/** Puts an anchor where a machine looks for one first. */
export function anchor(on: Machine, { signers, assurance = 'advisory', lowest, repository }: Anchored): void {
  on.env['PAWL_ANCHOR'] = writeAnchor({
    repository: repository ?? lockOf(on.git, 'commit1').repository,
    assurance,
    locks: lowest === undefined ? {} : { main: { sequence: lowest } },
    signers,
    verifiers: [],
  });
}

/** Puts a key where an agent on that machine can use it. Of a sealed file the public half beside it tells whose it is. */
export async function putPrivateKey(
  on: Machine,
  key: TestKey,
  file: string = join(on.home, '.ssh', 'id_ed25519'),
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '-----BEGIN ENCRYPTED PRIVATE KEY-----\nx\n-----END ENCRYPTED PRIVATE KEY-----\n');
  await writeFile(`${file}.pub`, `${key.publicLine}\n`);
}
