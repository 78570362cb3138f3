import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN, renderVerdict } from '@pawl/report';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';

/** A thousand in the nightly run; each is a judgement of its own. */
const STOPS = process.env['PAWL_NIGHTLY'] ? 1000 : 40;

const GUARDED = `export function open(path, root) {
  if (!path.startsWith(root)) throw new Error('outside');
  return read(path);
}
`;
const UNGUARDED = GUARDED.replace(/^ {2}if .*\n/mu, '');

/** Ways to be stopped: proven bad, asking a person, and no longer examined. */
const SLIPS: readonly ((at: number) => Readonly<Record<string, string>>)[] = [
  (at) => ({ [`a${at % 7}.js`]: UNGUARDED }),
  (at) => ({ 'pawl.config.jsonc': `{ "exclude": ["x${at}/**"] }\n` }),
  (at) => ({ [`new/${'deep/'.repeat(at % 5)}e.js`]: `export const f${at} = (req) => eval(req.query.x);\n` }),
  (at) => ({ [`a${at % 7}.js`]: `${GUARDED}function ( {\n` }),
  (at) => ({ 'a0.js': `${GUARDED}// eslint-disable-next-line security/detect-eval-with-expression\nf(${at});\n` }),
  (at) => Object.fromEntries([...Array(1 + (at % 7)).keys()].map((file) => [`a${file}.js`, UNGUARDED])),
];

let here: Scratch;
beforeEach(async () => {
  here = scratch();
  here.commit(Object.fromEntries([...Array(7).keys()].map((file) => [`a${file}.js`, GUARDED])));
  await here.lock();
});

interface Read {
  /** Everything that an agent of this repository can read of one stop. */
  readonly text: string;
  readonly case: string;
}

describe('when an agent is stopped again and again', () => {
  it(`what it can read of ${STOPS} different stops differs by their number alone`, { timeout: 3_600_000 }, async () => {
    const reads: Read[] = [];
    for (let at = 0; at < STOPS; at++) reads.push(await stop(at));
    expect(new Set(reads.map(({ case: number }) => number)).size).toBe(STOPS);
    expect([...new Set(reads.map(({ text }) => text))]).toHaveLength(1);
  });
});

/** Stops a loop of its own, as a loop that is stopped already is judged no more. */
async function stop(at: number): Promise<Read> {
  const slip = SLIPS[at % SLIPS.length];
  here.stage({ ...slip?.(at), 'which.txt': `${at}\n` });
  const tree = here.git('write-tree');
  here.git('reset', '--quiet', '--hard');
  const loop = `agent/${at}`;
  const checked = await here.check({ head: tree, tier: 'fast', audience: 'agent', loop });
  const number = checked.case ?? 'no case';
  const answers = (['text', 'json', 'sarif'] as const).map((format) =>
    renderVerdict(checked.verdict, { format, audience: 'agent', case: number, paint: PLAIN }),
  );
  // Who asks again gets the number again, and in the nightly run that need not be seen a thousand times.
  if (at < 60) {
    const again = await here.check({ head: tree, tier: 'full', audience: 'agent', loop });
    expect([again.case, again.verdict.reasons.map(({ kind }) => kind)]).toEqual([number, ['latched']]);
  }
  const ref = `refs/pawl/loop/agent%2F${at}`;
  const record = here.git('cat-file', '-p', `${ref}:statement.json`) + here.git('log', '--format=%an %s', ref);
  const text = [...answers, record, ...notesOf(number)].join('\n');
  return { case: number, text: withoutNames(text, { number, tree, at }) };
}

function notesOf(number: string): readonly string[] {
  const folder = join(here.dir, '.git/pawl');
  return ['cases', 'kept'].flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.startsWith(number))
      .map((file) => `${name}/${file}: ${readFileSync(join(folder, name, file), 'utf8')}`),
  );
}

/** What the agent made itself: the tree, and the name of its loop. */
function withoutNames(text: string, { number, tree, at }: { number: string; tree: string; at: number }): string {
  return (
    text
      .replaceAll(number, 'CASE')
      // The digest of what the agent was asked about, which it can make itself.
      .replaceAll(/CASE[0-9a-f]{56}/gu, 'QUESTION')
      .replaceAll(tree, 'TREE')
      .replaceAll(new RegExp(`agent(/|%2F)${at}\\b`, 'gu'), 'agent/N')
      .replaceAll(/\b[0-9a-f]{40}\b(?=\.(?:pack|keep|idx))/gu, 'PACK')
      .replaceAll(/"pack": ?"[^"]*"/gu, '"pack":PACK')
  );
}
