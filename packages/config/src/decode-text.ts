/** Text, or `undefined` where the bytes are not UTF-8. A byte order mark is kept, to be told about. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
