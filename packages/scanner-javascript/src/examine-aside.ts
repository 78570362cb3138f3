import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Aside, aside } from '@pawl/aside';
import type { Hit } from './examine.ts';
import { languageOf } from './language.ts';

/** ESLint and TypeScript's parser, which are loaded in a thread. Run from its sources, as specs do, there is nothing that a thread could load. */
export const examineAside: Aside<Hit> = import.meta.url.endsWith('.ts')
  ? { examine: async (files) => (await import('./examine.ts')).examineAll(files), prepare: () => undefined }
  : aside('eslint', program);

export function owes(file: string): boolean {
  return languageOf(file) !== undefined;
}

/** A checkout that was compiled and not bundled has the second alone. What bundles this file has neither beside it, or the second. */
function program(): URL {
  const files = ['./bundle/thread-start.cjs', './thread.js'].map((name) => new URL(name, import.meta.url));
  const installed = (): URL => pathToFileURL(createRequire(import.meta.url).resolve('@pawl/scanner-javascript/thread'));
  return files.find((file) => existsSync(file)) ?? installed();
}
