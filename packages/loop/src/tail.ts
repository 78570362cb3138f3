/** The last bytes of something that may be long. */
export interface Tail {
  add(chunk: Buffer): void;
  /** Valid UTF-8 of at most that many bytes: bytes that are none become U+FFFD, and no character is cut in two. */
  text(): string;
}

export function tailOf(maxBytes: number): Tail {
  let kept: Buffer[] = [];
  let size = 0;
  const join = (): Buffer => Buffer.concat(kept).subarray(-maxBytes);
  return {
    add(chunk) {
      kept.push(chunk);
      size += chunk.length;
      if (size < 2 * maxBytes) return;
      // A copy, or the whole of what was written would be held.
      kept = [Buffer.from(join())];
      size = maxBytes;
    },
    text() {
      const bytes = join();
      const whole = size > maxBytes ? fromCharacter(bytes) : bytes;
      // What stands for a wrong byte is three bytes long.
      const valid = Buffer.from(whole.toString('utf8'));
      return valid.length <= maxBytes
        ? valid.toString('utf8')
        : fromCharacter(valid.subarray(-maxBytes)).toString('utf8');
    },
  };
}

/** Without the rest of a character whose first byte is not there. */
function fromCharacter(bytes: Buffer): Buffer {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.subarray(start);
}
