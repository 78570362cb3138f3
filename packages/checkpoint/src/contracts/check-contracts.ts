import {
  CONTRACTS_FILE,
  type ContractWarning,
  explain,
  type Explained,
  type FileEvaluation,
  judgeContracts,
  suggest,
  writeSuggestions,
} from '@pawl/contracts';
import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { isKnownAgent } from '../audience.ts';
import { configToLock } from '../config-to-lock.ts';
import { type Context, repositoryOf } from '../context.ts';
import { schemaAddress } from '../init-schemas.ts';
import { openSyntaxFor } from '../open-syntax-for.ts';
import { openTree, type Tree } from '../tree.ts';
import { textsOf } from '../versions.ts';
import { contractsToLock } from './contracts-text.ts';
import { evaluationsBy } from './evaluations.ts';
import { readContracts } from './project-contracts.ts';

export interface ContractsRequest {
  readonly directory: string | undefined;
  /** The code of this revision; else that of the index. */
  readonly head: string | undefined;
}

export interface CheckedContracts {
  readonly contracts: readonly { readonly id: string; readonly why: string }[];
  readonly matches: readonly Explained[];
  /** Contracts that speak of nothing in this code. */
  readonly warnings: readonly ContractWarning[];
  readonly notExamined: readonly { readonly file: string; readonly why: string }[];
}

export type ContractsRefusedCode = 'agent-may-not-ask' | 'no-contracts';

export class ContractsRefused extends PawlError<ContractsRefusedCode> {}

/** What each contract of the working tree says of the code, match by match: for who writes contracts. Nothing is judged. */
export async function checkContracts(request: ContractsRequest, context: Context): Promise<CheckedContracts> {
  const { repository, tree } = await subject(request, context);
  // Whoever may ask as often as it likes what a promise sees learns how to get by it.
  if (isKnownAgent({ env: context.env, branch: await repository.branch() }))
    throw new ContractsRefused('agent-may-not-ask', 'only a person is told what the contracts see', {
      next: 'ask the person who runs this loop',
    });
  const text = await contractsToLock(repository, request.head ?? 'HEAD');
  if (text === undefined)
    throw new ContractsRefused('no-contracts', `there is no ${CONTRACTS_FILE} here`, {
      next: `begin with what holds today: pawl contracts suggest > ${CONTRACTS_FILE}`,
    });
  const project = readContracts(text, 'checked');
  const evaluations = evaluationsBy(project, openSyntaxFor(context), () => Promise.resolve(undefined));
  const all = await evaluations.ofEntries(tree, tree.entries);
  return {
    contracts: project.contracts.contracts.map(({ id, why }) => ({ id, why })),
    matches: explain(project.contracts, all).matches,
    warnings: judgeContracts(project.contracts, all, all, { changed: [] }).warnings,
    notExamined: all.flatMap(unexamined),
  };
}

/** A contracts file of what the code holds everywhere already, for a person to choose from. */
export async function suggestContracts(request: ContractsRequest, context: Context): Promise<string> {
  const { repository, tree } = await subject(request, context);
  const texts = textsOf(await tree.read(tree.entries));
  const schema = await schemaAddress(repository.topLevel, 'contracts');
  return writeSuggestions(suggest(texts.map(({ file, text }) => ({ file, text }))), schema);
}

async function subject(
  { directory, head }: ContractsRequest,
  context: Context,
): Promise<{ readonly repository: Repository; readonly tree: Tree }> {
  const repository = await repositoryOf(context, directory);
  const config = await configToLock(repository, head ?? 'HEAD');
  const revision = head === undefined ? await repository.indexTree() : await repository.resolveTree(head);
  return { repository, tree: await openTree(repository, revision, config, new Set()) };
}

function unexamined({ file, notExamined }: FileEvaluation): CheckedContracts['notExamined'] {
  return notExamined === undefined ? [] : [{ file, why: notExamined.why }];
}
