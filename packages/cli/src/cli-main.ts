// What the command `pawl` runs, bundled as the hooks are: half of a second check would be the loading of single files.
import { processIo } from './io.ts';
import { run } from './main.ts';

/** Runs the command line of this process and says with which status to exit. */
export function main(argv: readonly string[]): Promise<number> {
  const io = processIo();
  const grammars = new URL('./grammars/', import.meta.url);
  return run(argv, { ...io, context: { ...io.context, grammars } });
}
