import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { plainEnvironment } from './run-git.ts';

/** Reads contents through one `cat-file --batch`, one after another. */
export interface BlobReader {
  /** `undefined` where the repository does not have the object, or cannot read it. */
  read(id: string): Promise<Buffer | undefined>;
  close(): void;
}

export function blobReader(repo: string): BlobReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function start(): ChildProcessWithoutNullStreams {
    const started = spawn('git', ['--git-dir', repo, 'cat-file', '--batch'], { env: plainEnvironment() });
    started.stdin.on('error', () => undefined);
    // Git gives up on a damaged object; the next question gets a new process.
    started.once('close', () => {
      if (child === started) child = undefined;
    });
    return started;
  }

  return {
    read(id) {
      const answer = last.then(() => ask((child ??= start()), id));
      last = answer.catch(() => undefined);
      return answer;
    },
    close() {
      child?.stdin.end();
      child = undefined;
    },
  };
}

function ask(child: ChildProcessWithoutNullStreams, id: string): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const reply = new Reply();
    const settle = (act: () => void): void => {
      child.stdout.off('data', onData);
      child.off('close', onClose);
      child.off('error', reject);
      act();
    };
    const onData = (chunk: Buffer): void => {
      if (reply.push(chunk)) settle(() => resolve(reply.content));
    };
    const onClose = (): void => settle(() => resolve(undefined));
    child.stdout.on('data', onData);
    child.once('close', onClose);
    child.once('error', reject);
    child.stdin.write(`${id}\n`);
  });
}

/** One answer: `<id> <type> <size>`, a line feed, the content and another line feed; or a line that ends in `missing`. */
class Reply {
  content: Buffer | undefined;
  #chunks: Buffer[] = [];
  #length = 0;
  #header: { readonly length: number; readonly size: number | undefined } | undefined;

  /** True once the answer is complete. */
  push(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    this.#header ??= this.#readHeader();
    if (this.#header === undefined) return false;
    const { length, size } = this.#header;
    if (size === undefined) return true;
    if (this.#length < length + size + 1) return false;
    this.content = Buffer.concat(this.#chunks).subarray(length, length + size);
    return true;
  }

  #readHeader(): { readonly length: number; readonly size: number | undefined } | undefined {
    const start = Buffer.concat(this.#chunks);
    this.#chunks = [start];
    const end = start.indexOf(0x0a);
    if (end === -1) return undefined;
    const size = / (?:blob|tree|commit|tag) (\d+)$/u.exec(start.subarray(0, end).toString('latin1'))?.[1];
    return { length: end + 1, size: size === undefined ? undefined : Number(size) };
  }
}
