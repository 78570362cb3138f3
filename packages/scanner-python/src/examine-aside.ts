import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Aside, aside } from '@pawl/aside';
import type { Hit } from './examine.ts';

/** WebAssembly is compiled function by function when it is first called, which for the first file takes longer than all the rest. */
const SAMPLE = `import os

class A(B):
    c: int = 1

    def d(self, e=None, *f, **g):
        """h"""
        for i in [j for j in f if not j]:
            try:
                with open(i) as k:
                    k.read()
            except ValueError:
                raise
        os.system("l" + e if e and f[0] else f"{g}")
        return {"m": -1.0, **g}

assert (lambda n: n % 2)(3)
`;

/** Ruff, whose ten megabytes are loaded in a thread. Run from its sources, as specs do, there is nothing that a thread could load. */
export const examineAside: Aside<Hit> = import.meta.url.endsWith('.ts')
  ? { examine: async (files) => (await import('./examine.ts')).examineAll(files), prepare: () => undefined }
  : aside('ruff', program, SAMPLE);

/** Python, and its declarations. */
export function owes(file: string): boolean {
  return /\.(py|pyi|pyw)$/iu.test(file);
}

/** What bundles this file may have it beside the bundle. */
function program(): URL {
  const beside = new URL('./python-thread.js', import.meta.url);
  if (existsSync(beside)) return beside;
  return pathToFileURL(createRequire(import.meta.url).resolve('@pawl/scanner-python/thread'));
}
