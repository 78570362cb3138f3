import type { PublicKey } from './public-key.ts';

/** `unknown`: there is an agent that does not answer, or a file that could not be read. */
export type OnThisMachine = 'yes' | 'no' | 'unknown';

export function worst(answers: readonly OnThisMachine[]): OnThisMachine {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

export function isAmong(key: PublicKey, blobs: readonly Uint8Array[]): OnThisMachine {
  return blobs.some((blob) => Buffer.compare(blob, key.blob) === 0) ? 'yes' : 'no';
}
