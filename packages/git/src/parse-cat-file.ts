import { GitError } from './git-error.ts';
import { printable } from './printable.ts';

export interface CatFileReply {
  readonly id: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Only for a reply to `contents`. */
  readonly bytes: Buffer | undefined;
}

/** More than any tree or judged file needs; an object that says it is larger is refused before it is held in memory. */
export const MAX_OBJECT_BYTES: number = 256 * 1024 * 1024;

const HEADER = /^([0-9a-f]{40}|[0-9a-f]{64}) (blob|tree|commit|tag) (\d{1,15})$/u;
const ABSENT = / (?:missing|ambiguous)$/u;

/**
 * Reads the answers of `cat-file --batch-command` as they arrive. An answer does not say whether content follows it, so
 * the reader is told first what was asked.
 */
export class CatFileParser {
  readonly #asked: ('info' | 'contents')[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 0;
  #header: Omit<CatFileReply, 'bytes'> | undefined;

  expect(question: 'info' | 'contents'): void {
    this.#asked.push(question);
  }

  /**
   * The answers that became complete, in the order asked; `undefined` for an object that is not there.
   *
   * @throws GitError `unreadable-output`, `output-too-large`
   */
  push(chunk: Buffer): readonly (CatFileReply | undefined)[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // Joining at every chunk would copy a large object once per chunk.
    if (this.#length < this.#needed) return [];
    let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const replies: (CatFileReply | undefined)[] = [];
    for (let step = this.#next(rest); step !== undefined; step = this.#next(rest)) {
      if (step.replied) replies.push(step.reply);
      rest = rest.subarray(step.used);
    }
    this.#chunks = [rest];
    this.#length = rest.length;
    return replies;
  }

  #next(rest: Buffer): { used: number; replied: boolean; reply?: CatFileReply | undefined } | undefined {
    return this.#header === undefined ? this.#nextHeader(rest) : this.#nextContent(rest, this.#header);
  }

  #nextHeader(rest: Buffer): { used: number; replied: boolean; reply?: CatFileReply | undefined } | undefined {
    const end = rest.indexOf('\n');
    if (end === -1) return undefined;
    const line = rest.toString('utf8', 0, end);
    const question = this.#asked.shift();
    if (question === undefined) throw unreadable(line);
    if (ABSENT.test(line)) return { used: end + 1, replied: true, reply: undefined };
    const [, id, type, digits] = HEADER.exec(line) ?? [];
    if (id === undefined || type === undefined || digits === undefined) throw unreadable(line);
    const header = { id, type, size: Number(digits) };
    if (question === 'info') return { used: end + 1, replied: true, reply: { ...header, bytes: undefined } };
    if (header.size > MAX_OBJECT_BYTES) {
      throw new GitError('output-too-large', `object ${id} has ${header.size} bytes, more than ${MAX_OBJECT_BYTES}`);
    }
    this.#header = header;
    this.#needed = header.size + 1;
    return { used: end + 1, replied: false };
  }

  #nextContent(
    rest: Buffer,
    header: Omit<CatFileReply, 'bytes'>,
  ): { used: number; replied: true; reply: CatFileReply } | undefined {
    if (rest.length < header.size + 1) return undefined;
    if (rest[header.size] !== 0x0a) throw unreadable(`${header.id} is longer than it said`);
    this.#header = undefined;
    this.#needed = 0;
    return { used: header.size + 1, replied: true, reply: { ...header, bytes: rest.subarray(0, header.size) } };
  }
}

function unreadable(line: string): GitError {
  return new GitError('unreadable-output', `git cat-file answered in an unknown way: ${printable(line.slice(0, 200))}`);
}
