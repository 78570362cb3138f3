import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enact, LOCKED, MOVES } from './moves.fixture.ts';
import type { PartsGiven } from './parts-given.ts';
import type { ProjectFiles } from './project-files.ts';
import { projects, type Projects, verdictText } from './projects.fixture.ts';

const ROOTS = ['', 'api', 'core', 'core/test', 'web', 'web/inner', 'vendor'];

/** Some folders are projects; what is below none of them is nobody's. They are handed in in any order. */
const anyProjects = fc.shuffledSubarray(ROOTS, { minLength: 1 }).map((roots) =>
  roots.map((root): ProjectFiles => ({
    project: root === '' ? 'top' : root.replace('/', '-'),
    root,
    nested: roots.filter((other) => other !== root && (root === '' || other.startsWith(`${root}/`))),
  })),
);

describe.each(MOVES)('when $name', (move) => {
  it('the verdict over the parts of any projects is the verdict without parts, byte for byte', async () => {
    const repository = projects();
    await enact(repository, move);
    const alone = await repository.check({ head: 'HEAD', cache: false });
    expect(alone.verdict.outcome).toBe(move.outcome);
    const made = remembering(repository);
    await fc.assert(
      fc.asyncProperty(anyProjects, fc.boolean(), async (some, cache) => {
        const parts: PartsGiven['parts'][number][] = [];
        for (const project of some) parts.push({ ...project, text: await made(project) });
        const checked = await repository.check({
          head: 'HEAD',
          cache,
          parts: { parts, runKey: undefined, verifier: false },
        });
        expect(verdictText(checked)).toBe(verdictText(alone));
        expect(checked.parts?.map(({ state }) => state)).toEqual(some.map(() => 'used'));
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

it('the inventory of a lock over the parts of any projects is the one without parts', async () => {
  const repository = projects();
  repository.commit({
    ...LOCKED,
    'web/open.js': '// eslint-disable-next-line\nexport const open = (text) => eval(text);\n',
  });
  const { inventory } = await repository.lock({ cache: false });
  expect(inventory.suppressions.length).toBeGreaterThan(0);
  await fc.assert(
    fc.asyncProperty(anyProjects, async (some) => {
      const parts = await repository.makeAll(some, { whole: true });
      const locked = await repository.lock({ cache: false, parts });
      expect(locked.inventory).toEqual(inventory);
      expect(locked.parts?.map(({ state }) => state)).toEqual(some.map(() => 'used'));
    }),
    { numRuns: 4 },
  );
}, 120_000);

/** The same project has the same part whatever the others are. */
function remembering({ make }: Projects): (project: ProjectFiles) => Promise<string> {
  const texts = new Map<string, string>();
  return async (project) => {
    const name = JSON.stringify(project);
    const text = texts.get(name) ?? (await make(project)).text;
    texts.set(name, text);
    return text;
  };
}
