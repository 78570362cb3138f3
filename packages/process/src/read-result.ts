import { constants } from 'node:fs';
import { lstat, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failed, toolFailed } from './failed.ts';
import { isInnerPath } from './is-inner-path.ts';
import { strictUtf8 } from './strict-utf8.ts';

/** A place for a result, before any tool has run. */
export interface ResultPlace {
  /** The folder `{out}`, free of links and empty. */
  readonly out: string;
  /** When that was so, by the clock of the file system. */
  readonly since: bigint;
}

export interface ResultLimit {
  readonly bytesLeft: number;
  /** What the command was allowed in all, for the message. */
  readonly maxOutputBytes: number;
}

/** Notes the state of the folder for results, before the tool runs: what is older is no result of this run. */
export async function prepareResult(out: string): Promise<ResultPlace> {
  return { out, since: (await stat(out, { bigint: true })).mtimeNs };
}

/** The text that a tool left as its result. Its size is known before a byte of it is read. */
export async function readResult(
  { out, since }: ResultPlace,
  name: string,
  { bytesLeft, maxOutputBytes }: ResultLimit,
): Promise<string | Failed> {
  const what = `the result ${JSON.stringify(name)}`;
  if (!isInnerPath(name)) return toolFailed(`${what} is not a path inside the folder for results`);
  const file = join(out, name);
  const seen = await lstat(file, { bigint: true }).catch(() => undefined);
  if (seen === undefined) return toolFailed(`${what} was not written`);
  // A link of either kind, or a folder that became one, would make us read what the tool did not write.
  if (!seen.isFile() || seen.nlink !== 1n || (await realpath(file)) !== file) {
    return toolFailed(`${what} is not a file of its own`);
  }
  // Copied or moved here with its old time stamp: what another run found.
  if (seen.mtimeNs < since) return toolFailed(`${what} is older than this run`);
  if (seen.size > BigInt(bytesLeft))
    return toolFailed(`${what} is larger than the ${String(maxOutputBytes)} bytes that the run may write`);
  const text = strictUtf8(await readBytes(file, Number(seen.size)));
  return text ?? toolFailed(`${what} is not UTF-8`);
}

async function readBytes(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(size);
    let length = 0;
    for (let read = 1; read > 0 && length < size; length += read) {
      read = (await handle.read(bytes, length, size - length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}
