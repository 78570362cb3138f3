import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSyntax, type Syntax } from '@pawl/syntax';

const require = createRequire(import.meta.url);

/** A parser with the grammars of the installed package. */
export function openLocalSyntax(): Syntax {
  const folder = join(dirname(require.resolve('@pawl/syntax/package.json')), 'grammars');
  return openSyntax((file) => readFile(join(folder, file)));
}
