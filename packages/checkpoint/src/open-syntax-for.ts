import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openSyntax, type Syntax } from '@pawl/syntax';
import type { Context } from './context.ts';

export function openSyntaxFor({ grammars }: Context): Syntax {
  const folder = grammars ?? new URL('./grammars/', import.meta.resolve('@pawl/syntax/package.json'));
  return openSyntax((file) => readFile(fileURLToPath(new URL(file, folder))));
}
