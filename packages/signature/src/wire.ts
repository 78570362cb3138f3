import type { Refuse } from './signature-error.ts';

/**
 * Reads the encoding of RFC 4251, section 5, strictly: nothing is cut, nothing is left over, every number has its one
 * spelling. So what was read can be written again to the same bytes, and no two spellings mean the same.
 */
export class WireReader {
  readonly #bytes: Buffer;
  readonly #refuse: Refuse;
  #at = 0;

  constructor(bytes: Uint8Array, refuse: Refuse) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#refuse = refuse;
  }

  take(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw this.#refuse('it is cut');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  uint32(): number {
    return this.take(4).readUInt32BE();
  }

  string(): Buffer {
    return this.take(this.uint32());
  }

  /** One character per byte, so that two names are equal only where their bytes are. */
  name(): string {
    return this.string().toString('latin1');
  }

  /** The magnitude of a positive mpint, without the zero that keeps its sign. */
  positive(): Buffer {
    const bytes = this.string();
    const [first, second = 0] = bytes;
    if (first === undefined || first >= 0x80) throw this.#refuse('a number is not positive');
    if (first === 0 && second < 0x80) throw this.#refuse('a number is not in its shortest form');
    return first === 0 ? bytes.subarray(1) : bytes;
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw this.#refuse('something follows it');
  }
}

export function wireString(content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A positive number, given by its magnitude. */
export function wirePositive(magnitude: Uint8Array): Buffer {
  const start = magnitude.findIndex((byte) => byte !== 0);
  const shortest = magnitude.subarray(start);
  return wireString((shortest[0] as number) >= 0x80 ? Buffer.concat([Buffer.of(0), shortest]) : shortest);
}
