import type { Cache } from '@pawl/cache';
import type { Config } from '@pawl/config';
import { languageOf, type Syntax } from '@pawl/syntax';
import { FOLLOWED_LANGUAGES } from '../reach/followed-languages.ts';
import type { Summaries } from '../reach/project-summaries.ts';
import { mayHoldTests } from '../security-tests/may-hold-tests.ts';
import type { Tree } from '../tree.ts';

export interface FactMeans {
  readonly config: Config;
  readonly syntax: Syntax;
  readonly cache: () => Promise<Cache | undefined>;
  readonly summaries: () => Promise<Summaries>;
  readonly contracts: string | undefined;
  /** Whether a lock is to be made: it asks the contracts about every file. */
  readonly whole?: boolean;
}

/** All that is asked of every file, whatever changed: of ways of data, of contracts and of tests. What no file needs is not loaded. */
export async function findFacts(tree: Tree, means: FactMeans): Promise<void> {
  const paths = tree.entries.map(({ path }) => path);
  if (paths.some((path) => FOLLOWED_LANGUAGES.has(languageOf(path) ?? '')))
    await (await means.summaries()).ofTree(tree);
  if (means.contracts !== undefined) await evaluate(tree, means.contracts, means);
  if (paths.some(mayHoldTests)) await findFloors(tree, means);
}

async function evaluate(tree: Tree, text: string, { syntax, cache, whole = false }: FactMeans): Promise<void> {
  const [{ scopeOf }, { readContracts }, { evaluationsBy }] = await Promise.all([
    import('@pawl/contracts'),
    import('../contracts/project-contracts.ts'),
    import('../contracts/evaluations.ts'),
  ]);
  const project = readContracts(text, 'trusted');
  const paths = tree.entries.map(({ path }) => path);
  const spokenOf = new Set(whole ? paths : scopeOf(project.contracts, paths, []).changed);
  const entries = tree.entries.filter(({ path }) => spokenOf.has(path));
  await evaluationsBy(project, syntax, cache).ofEntries(tree, entries);
}

async function findFloors(tree: Tree, { config, syntax, cache }: FactMeans): Promise<void> {
  const { floorsBy } = await import('../security-tests/floors.ts');
  const floors = floorsBy(config.securityTests, syntax, cache);
  await floors.ofEntries(
    tree,
    tree.entries.filter(({ path }) => floors.owes(path)),
  );
}
