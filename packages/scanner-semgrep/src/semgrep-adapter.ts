import { type Adapter, AdapterError, type Pin, type Scanner } from '@pawl/scanner';
import { scanCommand } from './commands.ts';
import { laidOut } from './layout.ts';
import { NAME } from './name.ts';
import { owesFile } from './owes.ts';
import { digestOf } from './pin-digest.ts';
import { readScan } from './read-scan.ts';
import { openRuleBook, pinnedRules } from './rule-book.ts';
import { REGISTRY } from './rule-texts.ts';
import { settleRules } from './settle-rules.ts';

/** Where the rules are. They are settled when somebody locks, and pinned from then on. */
export interface SemgrepSettings {
  /** Rule files and folders of the repository, and packs of the registry such as `p/default`. */
  readonly rules: readonly string[];
}

/** Semgrep on pinned rules, with both sides of a change in one run, where nothing of the judged code configures it. */
export const semgrepAdapter: Adapter<SemgrepSettings> = {
  async pin({ rules: names }, door) {
    const { version, rules } = await settleRules(names, door, REGISTRY);
    const own = pinnedRules(rules);
    return { version, rules: own, rulesDigest: digestOf(own) };
  },

  open(_, pin) {
    verifyPin(pin);
    const book = openRuleBook(pin.rules);
    const scanner: Scanner = {
      name: NAME,
      scope: 'file',
      version: pin.version,
      rulesDigest: pin.rulesDigest,
      owes: (file) => owesFile(book.languages, file),
      plan: (request) =>
        scanCommand(
          laidOut(request).map(({ disk }) => disk),
          book.own,
        ),
      read: (output, request) => readScan(output, request, book, pin.version),
    };
    return scanner;
  },
};

/** A pin comes out of a document. What it holds is run, so it must be what we would have written. */
function verifyPin({ rules, rulesDigest }: Pin): void {
  if (digestOf(rules) !== rulesDigest)
    throw new AdapterError('rules-broken', 'The pinned rules of Semgrep are not the ones that their digest names.', {
      next: 'pawl lock',
    });
}
