import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { detectHarnesses, HARNESSES, type HarnessId, isHarnessId } from '@pawl/harness';
import { findTool } from '@pawl/process';
import { type Context, repositoryOf } from './context.ts';
import { isKnownAgent } from './audience.ts';
import { notInstalled } from './init-harness.ts';
import { requireWorkTree } from './init.ts';
import { type BranchGuess, guessProtectedBranch } from './protected-branch.ts';
import { openSharing, ORIGIN } from './sharing.ts';
import { readWorkTreeFile } from './work-tree.ts';

export type Forge = 'github' | 'gitlab' | 'azure' | 'jenkins' | 'bitbucket';

/** A tool that is installed on this machine, with the settings that would turn it on here. */
export type FoundTool =
  | { readonly name: 'semgrep'; readonly settings: { readonly rules: readonly string[] } }
  | { readonly name: 'bandit'; readonly settings: true }
  | { readonly name: 'codeql'; readonly settings: { readonly languages: readonly string[] } };

export interface FoundHarness {
  readonly id: HarnessId;
  readonly title: string;
  /** The file that its hooks would stand in. */
  readonly settings: string;
}

/** What a repository shows of itself, before anybody is asked and anything is written. */
export interface InitSurvey {
  readonly topLevel: string;
  /** A configuration that is there was written by a person, who is not asked again. */
  readonly hasConfig: boolean;
  readonly branch: BranchGuess;
  /** Those that are used here and do not stop yet. */
  readonly harnesses: readonly FoundHarness[];
  /** Those that do, which are looked after. */
  readonly setUpHarnesses: readonly HarnessId[];
  readonly forge: Forge | undefined;
  readonly tools: readonly FoundTool[];
  /** The remote through which a person may let others read the ledger; absent where there is nothing to ask. */
  readonly shareThrough: string | undefined;
  /** An agent is asked nothing. */
  readonly isAgent: boolean;
}

/** @throws InitError `no-work-tree` */
export async function initSurvey(
  { directory }: { readonly directory: string | undefined },
  context: Context,
): Promise<InitSurvey> {
  const repository = await repositoryOf(context, directory);
  const { topLevel } = requireWorkTree(repository);
  const [config, branch, harnesses, forge, tools, shareThrough, current] = await Promise.all([
    readWorkTreeFile(topLevel, CONFIG_FILE),
    guessProtectedBranch(repository),
    harnessesIn(topLevel),
    forgeOf(topLevel, context),
    toolsFor(repository, topLevel, context),
    remoteToShareThrough(repository, context),
    repository.branch(),
  ]);
  const isAgent = isKnownAgent({ env: context.env, branch: current });
  return { topLevel, hasConfig: config !== undefined, branch, ...harnesses, forge, tools, shareThrough, isAgent };
}

async function remoteToShareThrough(repository: Repository, context: Context): Promise<string | undefined> {
  const sharing = await openSharing(repository, ORIGIN, context);
  if (sharing === undefined || sharing.isLocal || (await sharing.refs.isSetUp(ORIGIN))) return undefined;
  return ORIGIN;
}

async function harnessesIn(topLevel: string): Promise<Pick<InitSurvey, 'harnesses' | 'setUpHarnesses'>> {
  const found = (await detectHarnesses(topLevel)).map(({ harness }) => harness).filter((id) => isHarnessId(id));
  const open = await notInstalled(topLevel, found);
  return {
    harnesses: open.map((id) => ({ id, title: HARNESSES[id].title, settings: HARNESSES[id].settings })),
    setUpHarnesses: found.filter((id) => !open.includes(id)),
  };
}

/** By the host of the remote, where a name says it. */
const HOSTS: readonly (readonly [RegExp, Forge])[] = [
  [/(?:^|[.@/])github\./iu, 'github'],
  [/(?:^|[.@/])gitlab\./iu, 'gitlab'],
  [/(?:^|[.@/])bitbucket\./iu, 'bitbucket'],
  [/(?:^|[.@/])(?:dev\.azure|visualstudio)\.com/iu, 'azure'],
];

/** By what a forge runs, where the host has a name of its own. */
const PIPELINES: readonly (readonly [string, Forge])[] = [
  ['.github/workflows', 'github'],
  ['.gitlab-ci.yml', 'gitlab'],
  ['azure-pipelines.yml', 'azure'],
  ['Jenkinsfile', 'jenkins'],
  ['bitbucket-pipelines.yml', 'bitbucket'],
];

async function forgeOf(topLevel: string, { env }: Context): Promise<Forge | undefined> {
  const remotes = await openPorcelain(topLevel, { env }).remotes();
  const url = remotes.find(({ name }) => name === ORIGIN)?.fetchUrl ?? '';
  const host = /^(?:[a-z+]+:\/\/)?[^/:]*/iu.exec(url)?.[0] ?? '';
  const byHost = HOSTS.find(([pattern]) => pattern.test(host))?.[1];
  if (byHost !== undefined) return byHost;
  for (const [path, forge] of PIPELINES) if (await exists(join(topLevel, path))) return forge;
  return undefined;
}

/** Its languages that need no build, by the ends of their files. */
const CODEQL: readonly (readonly [RegExp, string])[] = [
  [/\.cs$/u, 'csharp'],
  [/\.java$/u, 'java'],
  [/\.[cm]?[jt]sx?$/u, 'javascript'],
  [/\.py$/u, 'python'],
  [/\.rb$/u, 'ruby'],
];

/** Where a project keeps rules of its own for Semgrep. */
const SEMGREP_RULES = ['.semgrep', '.semgrep.yml', '.semgrep.yaml'];

/** Only what has something to read here. */
async function toolsFor(repository: Repository, topLevel: string, { env }: Context): Promise<readonly FoundTool[]> {
  const paths = await trackedPaths(repository);
  const languages = CODEQL.filter(([ending]) => paths.some((path) => ending.test(path))).map(([, name]) => name);
  const own = SEMGREP_RULES.filter((rule) => paths.some((path) => path === rule || path.startsWith(`${rule}/`)));
  const all: readonly (FoundTool & { readonly hasWork: boolean })[] = [
    { name: 'semgrep', settings: { rules: own.length > 0 ? own : ['p/default'] }, hasWork: true },
    { name: 'bandit', settings: true, hasWork: languages.includes('python') },
    { name: 'codeql', settings: { languages }, hasWork: languages.length > 0 },
  ];
  const here = await Promise.all(
    all.map(async ({ hasWork, ...tool }) => {
      const isHere = hasWork && (await findTool(tool.name, { path: env['PATH'], workTree: topLevel })) !== undefined;
      return isHere ? [tool] : [];
    }),
  );
  return here.flat();
}

async function trackedPaths(repository: Repository): Promise<readonly string[]> {
  const head = await repository.head();
  if (head === undefined) return [];
  return (await repository.listTree(await repository.resolveTree(head))).map(({ path }) => path);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
