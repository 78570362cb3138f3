import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openSyntax, type Syntax } from '@pawl/syntax';

const require = createRequire(import.meta.url);

/** A parser for the specs, which need no build: with the grammar of JavaScript as it is installed. */
export function installedSyntax(): Syntax {
  return openSyntax((file) => readFile(require.resolve(`${file.slice(0, -'.wasm'.length)}/${file}`)));
}
