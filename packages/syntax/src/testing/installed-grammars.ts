import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GRAMMAR_PACKAGES } from '../profile-of.ts';

const require = createRequire(import.meta.url);

/** Reads the grammars from the packages that they come from, so that specs need no build. */
export function installedGrammars(file: string): Promise<Uint8Array> {
  return readFile(require.resolve(`${GRAMMAR_PACKAGES[file]}/${file}`));
}
