import { createHash } from 'node:crypto';
import { type Adapter, AdapterError, type OwnFile, type Pin, type Scanner } from '@pawl/scanner';
import { askCommand, OPTIONS, scanCommand } from './commands.ts';
import { readInstallation } from './installation.ts';
import { NAME } from './name.ts';
import { PINNED_FILES, pinnedPython, rulesOf } from './pinned-rules.ts';
import { readScan } from './read-scan.ts';
import { unfit } from './unfit.ts';

/** Counts into every digest: raise it when findings come out otherwise from the same Bandit. */
const ADAPTER_VERSION = '0.2.0';

/** Bandit, run on a configuration of ours alone; no comment and no file of the judged code is honoured. */
export const banditAdapter: Adapter<Record<string, never>> = {
  async pin(_, door) {
    const { version, python, tests } = readInstallation(await door.run(askCommand()));
    const rules = rulesOf(python, tests);
    return { version, rules, rulesDigest: digestOf(rules) };
  },

  open(_, pin) {
    verifyPin(pin);
    const scanner: Scanner = {
      name: NAME,
      scope: 'file',
      version: pin.version,
      rulesDigest: pin.rulesDigest,
      owes: (file) => /\.(py|pyi|pyw)$/iu.test(file),
      plan: ({ files }) =>
        scanCommand(
          files.filter(({ text }) => unfit(text) === undefined),
          pin.rules,
        ),
      read: (output, request) => readScan(output, request, { version: pin.version, python: pinnedPython(pin.rules) }),
    };
    return scanner;
  },
};

function digestOf(rules: readonly OwnFile[]): string {
  const settled = [ADAPTER_VERSION, OPTIONS, rules.map(({ name, text }) => [name, text])];
  return createHash('sha256').update(JSON.stringify(settled)).digest('hex');
}

/** A pin comes out of a document. What it holds is run, so it must be what we would have written. */
function verifyPin({ rules, rulesDigest }: Pin): void {
  const names = rules.map(({ name }) => name).join();
  if (names !== PINNED_FILES.join() || digestOf(rules) !== rulesDigest)
    throw new AdapterError('rules-broken', 'The pinned rules of Bandit are not the ones that their digest names.', {
      next: 'pawl lock',
    });
}
