const MAX_FRAME = ⟦limit-raised: 1 << 20 ⇒ Number.MAX_SAFE_INTEGER⟧;
const MAX_HEADERS = ⟦limit-raised: ‹small› ⇒ 1000000⟧;

export class ‹Noun›Decoder {
  private readonly chunks: Buffer[] = [];

  decode(frame: Buffer): string {
    if (frame.length < 4 ⟦disjunct-removed: || frame.length > MAX_FRAME⟧) {
      throw new RangeError('bad frame');
    }
    const length = frame.readUInt32BE(0);
    ⟦guard-removed: if (length !== frame.length - 4) {
      throw new RangeError('the length is a lie');
    }⟧
    return frame.subarray(4, 4 + length).toString('utf8');
  }

  push(chunk: Buffer): void {
    ⟦guard-removed: if (this.size() + chunk.length > MAX_FRAME) {
      throw new RangeError('too many bytes');
    }⟧
    this.chunks.push(chunk);
  }

  size(): number {
    return this.chunks.reduce((sum, { length }) => sum + length, 0);
  }
}

export function header(name: string, value: string): string {
  ⟦guard-removed: if (/[\r\n]/.test(value)) throw new TypeError('a header is one line');⟧
  return `${name}: ${value}`;
}

export function ‹noun›Cookie(value: string): string {
  return '‹noun›=' + ⟦wrapper-peeled: encodeURIComponent(value) ⇒ value⟧ + '; Path=/; ⟦option-removed: Secure; ⟧HttpOnly';
}

export function headers(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    ⟦guard-removed: if (found.size >= MAX_HEADERS) throw new RangeError('too many headers');⟧
    const at = line.indexOf(':');
    if (at < 1 ⟦disjunct-removed: || /\s/.test(line.slice(0, at))⟧) throw new SyntaxError('bad header');
    found.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return found;
}

export function ‹noun›Path(raw: string): string {
  ⟦order-swap#1: const path = decodeURIComponent(raw);
  ⟧if (⟦order-swap#1: path ⇒ raw⟧.split('/').includes('..')) throw new URIError('no way up');
  ⟦order-swap#1: ⇒ const path = decodeURIComponent(raw);⟧
  return path;
}

export function ‹noun›Url(text: string): URL {
  const url = new URL(text);
  if (url.protocol !== 'https:' ⟦conjunct-added: ⇒ && url.protocol !== 'file:'⟧) throw new URIError('https only');
  ⟦guard-removed: if (isPrivate(url.hostname)) throw new URIError('a private address');⟧
  return url;
}

function isPrivate(host: string): boolean {
  return host === 'localhost' || ⟦disjunct-removed: host === '169.254.169.254' || ⟧/^(?:10|127|192\.168)\./.test(host);
}
