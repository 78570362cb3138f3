import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GRAMMAR_PACKAGES, openSyntax, type Syntax } from '@pawl/syntax';

const require = createRequire(import.meta.url);

/** A parser with the grammars as they are installed, so that specs need no build. */
export function localSyntax(): Syntax {
  return openSyntax((file) => readFile(require.resolve(`${GRAMMAR_PACKAGES[file]}/${file}`)));
}
