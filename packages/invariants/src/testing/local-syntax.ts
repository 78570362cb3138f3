import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openSyntax, type Syntax } from '@pawl/syntax';

const require = createRequire(import.meta.url);
const owners: Readonly<Record<string, string>> = {
  'tree-sitter-javascript.wasm': 'tree-sitter-javascript',
  'tree-sitter-typescript.wasm': 'tree-sitter-typescript',
  'tree-sitter-tsx.wasm': 'tree-sitter-typescript',
  'tree-sitter-python.wasm': 'tree-sitter-python',
  'web-tree-sitter.wasm': 'web-tree-sitter',
};

/** A parser with the grammars as they are installed, so that specs need no build. */
export function localSyntax(): Syntax {
  return openSyntax((file) => readFile(require.resolve(`${owners[file]}/${file}`)));
}
