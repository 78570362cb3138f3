import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** A file that is the expression of such a function: what it is given stands in the place of what a file of its own would have. */
type Program = (
  require: NodeJS.Require,
  url: string,
  load: (name: string) => Promise<unknown>,
  keep: () => void,
) => unknown;

/**
 * Runs a bundled program from the code that V8 made of it the last time: to parse and compile it takes longer than to judge a small
 * commit. What was compiled lies beside the program, and is believed as far: whoever can write there can write the program. Where nothing can be
 * written it is compiled each time. V8 refuses what another version of it or other flags made, but tells a program by its length alone: so the
 * name of what is kept has the digest of the program, which whoever starts it knows.
 *
 * @returns what the function returns.
 */
export function runCompiled(
  { file, digest }: { readonly file: URL; readonly digest: string },
  load: (name: string) => Promise<unknown>,
  atTheEnd: (work: () => void) => void = (work) => process.once('exit', work),
): unknown {
  const path = fileURLToPath(file);
  // As latin1 it is one byte a letter for V8, too; `bundle.mjs` sees to it that there is nothing but ASCII.
  const source = readFileSync(path, 'latin1');
  const kept = `${path}.${digest}.${cachedDataVersionTag()}.compiled`;
  const cachedData = readIfThere(kept);
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  const keep = (): void => {
    if (!isKept) atTheEnd(() => write(kept, script.createCachedData()));
  };
  return (script.runInThisContext() as Program)(createRequire(file), file.href, load, keep);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // It only saves time.
    return undefined;
  }
}

/** By a rename, so that nobody ever reads a half. */
function write(file: string, bytes: Buffer): void {
  const part = `${file}.${process.pid}`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, file);
  } catch {
    // A folder that is not ours to write in: the next start compiles again.
  }
}
