import { SealError } from './seal-error.ts';

const SMALLEST = 4096;
/** A log is refused by its reader long before this. */
const LARGEST = 2 ** 30;
/** The length of the content, big-endian, stands before it. */
const PREFIX = 8;

/**
 * How many bytes are encrypted for a content of `length` bytes: a power of two from 4 KiB, so that the size of what is
 * sealed says no more than that.
 *
 * @throws SealError `too-large` over 1 GiB.
 */
export function paddedSize(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0 || length + PREFIX > LARGEST)
    throw new SealError('too-large', `${length} bytes cannot be sealed, ${LARGEST - PREFIX} can`, {
      next: 'hand in smaller logs',
    });
  let size = SMALLEST;
  while (size < length + PREFIX) size *= 2;
  return size;
}

export function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedSize(content.length));
  new DataView(padded.buffer).setBigUint64(0, BigInt(content.length));
  padded.set(content, PREFIX);
  return padded;
}

/** The content; `undefined` where the bytes are not ones that `pad` gave: whoever could seal may have padded otherwise. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < SMALLEST || padded.length > LARGEST) return undefined;
  const length = Number(new DataView(padded.buffer, padded.byteOffset, PREFIX).getBigUint64(0));
  if (length > padded.length - PREFIX || paddedSize(length) !== padded.length) return undefined;
  if (padded.subarray(PREFIX + length).some((byte) => byte !== 0)) return undefined;
  return padded.slice(PREFIX, PREFIX + length);
}
