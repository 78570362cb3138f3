import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Reads the grammars from the packages that they come from, so that specs need no build. */
export function installedGrammars(file: string): Promise<Uint8Array> {
  const owner = file === 'tree-sitter-tsx.wasm' ? 'tree-sitter-typescript' : file.slice(0, -'.wasm'.length);
  return readFile(require.resolve(`${owner}/${file}`));
}
