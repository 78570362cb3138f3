import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPawlError } from '@pawl/errors';
import { describe, expect, it } from 'vitest';
import { openTrust } from '../trust.ts';
import { trustedLock } from '../trusted-lock.ts';
import { type LedgerScratch, ledgerScratch, NOW, smallLedger } from './ledger.fixture.ts';
import type { LedgerAudit } from './verify-ledger.ts';

/** One byte in so many of every file, another one in each; `PAWL_FLIP_STRIDE=1` flips them all, which takes minutes. */
const STRIDE = Number(process.env['PAWL_FLIP_STRIDE'] ?? 40);

describe('when one bit of what the ledger is made of is flipped', () => {
  it(
    'verify tells which chain it is, or reads the same as before; and no check is given another lock',
    async () => {
      const here = await ledgerScratch();
      await smallLedger(here);
      here.anchor({ locks: { main: { sequence: 3 } } });
      const [held, lock] = [summary(await here.audit()), await lockOf(here)];
      const figures = { flips: 0, told: 0, same: 0, refused: 0 };
      for (const file of filesOf(here)) {
        const good = readFileSync(file);
        chmodSync(file, 0o644);
        for (const at of places(good.length, figures.flips)) {
          const bad = Buffer.from(good);
          bad[at] = (good[at] as number) ^ (1 << (at % 8));
          writeFileSync(file, bad);
          const audit = await here.audit();
          const where = `${file}, byte ${at}`;
          figures.flips += 1;
          if (audit.problems.length === 0) {
            expect(summary(audit), where).toEqual(held);
            figures.same += 1;
          } else {
            expect(audit.problems.flatMap(nameless), where).toEqual([]);
            expect(audit.problems[0]?.kind, where).toBe('broken');
            figures.told += 1;
          }
          const found = await lockOf(here);
          if (found === 'refused') figures.refused += 1;
          else expect(found, where).toEqual(lock);
        }
        writeFileSync(file, good);
      }
      expect(summary(await here.audit())).toEqual(held);
      console.info(`flipped one bit in one byte of ${STRIDE}:`, figures);
      expect(figures.told).toBeGreaterThan(figures.same * 10);
      expect(figures.refused).toBeGreaterThan(0);
    },
    STRIDE === 1 ? 3_600_000 : 120_000,
  );
});

/** What was read, by content: the commits' ids and all texts. */
function summary({ locks, loops }: LedgerAudit): unknown {
  return {
    locks: locks.map((audit) => audit.locks.map(({ commit, text, at }) => [commit, text, at])),
    loops: loops.map(({ entries }) => entries.map(({ commit, text }) => [commit, text])),
  };
}

/** A problem must say which chain is meant, and what to do. */
function nameless({ kind, ref, message, next }: LedgerAudit['problems'][number]): readonly string[] {
  return ref.startsWith('refs/pawl/') && message !== '' && next !== '' ? [] : [`${kind} ${ref}: ${message}`];
}

async function lockOf({ repository, env }: LedgerScratch): Promise<unknown> {
  const trust = openTrust(repository, { env, now: () => NOW });
  try {
    return await trustedLock({ store: repository, trust, target: 'main', branch: Promise.resolve('main') });
  } catch (error) {
    if (isPawlError(error)) return 'refused';
    throw error;
  }
}

/** The objects that the chains are made of, and their refs. */
function filesOf({ git, repository: { commonDir } }: LedgerScratch): readonly string[] {
  const listed = git('rev-list', '--objects', '--no-object-names', '--glob=refs/pawl/*').split('\n');
  const objects = listed.map((id) => join(commonDir, 'objects', id.slice(0, 2), id.slice(2)));
  const refs = readdirSync(join(commonDir, 'refs', 'pawl'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return [...objects, ...refs];
}

function places(length: number, turn: number): readonly number[] {
  return Array.from({ length }, (_, at) => at).filter((at) => (at + turn) % STRIDE === 0);
}
