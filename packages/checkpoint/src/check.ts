import { CONFIG_FILE, type Config, parseConfig, readResolvedConfig, resolveConfig } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import { INDEX, type Repository } from '@pawl/git';
import { type CaseQuestion, caseId, openCase, openMemory, type StoredLock, trustedLock } from '@pawl/ledger';
import { opensCase, type Verdict } from '@pawl/verdict';
import { type Audience, audienceOf } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';
import type { Only, Question } from './judge.ts';
import type { Tier } from './scanners.ts';

export interface CheckRequest {
  /** Another repository than the one of the current folder; it may be bare. */
  readonly directory: string | undefined;
  /** Compare with this revision instead of the lock. */
  readonly base: string | undefined;
  /** Judge this revision instead of the index. */
  readonly head: string | undefined;
  readonly target: string | undefined;
  readonly tier: Tier;
  readonly only: Only | undefined;
  readonly audience: Audience | 'auto';
}

export interface Checked {
  readonly verdict: Verdict;
  readonly audience: Audience;
  /** The number of the case that the verdict opened. */
  readonly case: string | undefined;
  /** What a person commits by hand is reported on; the policy says whether it is refused too. */
  readonly people: Config['people'];
}

export class CheckError extends PawlError<'no-lock' | 'no-index'> {}

/** Judges the index or a revision, against the lock or another revision. Writes nothing but the note of a case. */
export async function check(request: CheckRequest, context: Context): Promise<Checked> {
  // The engines are most of the program: they load while git answers, because a hook is felt at every commit.
  const [{ judge, syntax }, { repository, audience, question, lock }] = await Promise.all([
    loadEngines(request, context),
    ask(request, context),
  ]);
  const [judged, tree] = await Promise.all([
    judge(repository, syntax, question),
    question.head === INDEX ? repository.indexTree() : repository.resolveTree(question.head),
  ]);
  const verdict: Verdict = { ...judged, head: question.head === INDEX ? tree : question.head };
  const opened = await caseFor(
    verdict,
    { lock: lock?.commit ?? null, base: question.base, tree, tier: question.tier },
    repository,
    context,
  );
  return { verdict, audience, case: opened, people: question.config.people };
}

/** The parser's runtime starts too; where it fails, loading a language says so. */
async function loadEngines({ only }: CheckRequest, context: Context) {
  const { judge, openSyntaxFor } = await import('./judge.ts');
  const syntax = openSyntaxFor(context);
  if (only !== 'scanners') syntax.start();
  return { judge, syntax };
}

interface Asked {
  readonly repository: Repository;
  readonly audience: Audience;
  readonly question: Question;
  readonly lock: StoredLock | undefined;
}

async function ask(request: CheckRequest, context: Context): Promise<Asked> {
  const repository = await repositoryOf(context, request.directory);
  const branch = repository.branch();
  const audience = branch.then((current) => audienceFor(request, current, context));
  // Whatever fails first below is what is told; this one failing later must not end the process instead.
  audience.catch(() => undefined);
  const head = request.head === undefined ? indexOf(repository) : await revision(repository, request.head);
  if (request.base !== undefined) {
    const question = await unlockedQuestion(request.base, head, request, repository);
    return { repository, audience: await audience, question, lock: undefined };
  }
  const [lock, reader] = await Promise.all([lockOrRefuse(request, branch, repository, context), audience]);
  return { repository, audience: reader, question: lockedQuestion(lock, head, request), lock };
}

async function unlockedQuestion(
  name: string,
  head: Question['head'],
  { tier, only }: Pick<CheckRequest, 'tier' | 'only'>,
  repository: Repository,
): Promise<Question> {
  const base = await revision(repository, name);
  const config = await configAt(repository, base);
  return { base, baseTree: base, head, tier, only, config, locked: undefined };
}

/** Everything that decides comes from the lock; only what is judged comes from outside it. */
export function lockedQuestion(
  { lock }: StoredLock,
  head: Question['head'],
  { tier, only }: Pick<CheckRequest, 'tier' | 'only'>,
): Question {
  const config = readResolvedConfig(lock.configuration);
  const locked = { tools: lock.tools, gateFiles: lock.gateFiles };
  return { base: lock.commit, baseTree: lock.tree, head, tier, only, config, locked };
}

async function lockOrRefuse(
  request: CheckRequest,
  branch: Promise<string | undefined>,
  repository: Repository,
  context: Context,
): Promise<StoredLock> {
  const lock = await trustedLock({
    store: repository,
    memory: openMemory(repository.commonDir, context.env),
    target: request.target,
    branch,
  });
  if (lock) return lock;
  throw new CheckError('no-lock', 'there is no lock to judge against', {
    next: 'make one: pawl lock, or compare two revisions: pawl check --base main --head HEAD',
  });
}

function indexOf(repository: Repository): typeof INDEX {
  if (repository.topLevel !== undefined) return INDEX;
  throw new CheckError('no-index', 'a bare repository has no index to judge', {
    next: 'name a revision: pawl check --head REV',
  });
}

/** A commit where the revision names one, else a tree: a refused commit leaves only its tree. */
async function revision(repository: Repository, name: string): Promise<string> {
  try {
    return await repository.resolveCommit(name);
  } catch (notACommit) {
    return repository.resolveTree(name).catch(() => {
      throw notACommit;
    });
  }
}

/** Without a lock the base's own configuration decides: what is judged must not choose its judge. */
async function configAt(repository: Repository, revisionId: string): Promise<Config> {
  const bytes = await repository.readCommitFile(revisionId, CONFIG_FILE);
  return resolveConfig(bytes === undefined ? undefined : await parseConfig(bytes, CONFIG_FILE));
}

function audienceFor({ audience }: CheckRequest, branch: string | undefined, { env, terminal }: Context): Audience {
  return audience === 'auto' ? audienceOf({ env, branch, terminal }) : audience;
}

async function caseFor(
  verdict: Verdict,
  question: CaseQuestion,
  { commonDir }: Repository,
  context: Context,
): Promise<string | undefined> {
  if (!opensCase(verdict.reasons)) return undefined;
  // Two revisions compared without a lock are a question out of curiosity: nobody's loop stopped.
  if (question.lock !== null) await openCase(commonDir, question, context.now());
  return caseId(question);
}
