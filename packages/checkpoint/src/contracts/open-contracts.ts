import type { Cache } from '@pawl/cache';
import type { Repository } from '@pawl/git';
import type { Syntax } from '@pawl/syntax';
import type { ChangedFile } from '../read-change.ts';
import type { Tool } from '../tools.ts';
import type { Trees } from '../trees-of.ts';
import { type ContractsOf, decidingContracts } from './contracts-text.ts';
import type { JudgedContracts } from './judge-contracts.ts';

export interface JudgeContracts {
  readonly tool: Tool;
  judge(files: readonly ChangedFile[], trees: Trees): Promise<JudgedContracts>;
}

/** Loads what judges contracts only where there are some. */
export async function openContracts(
  { repository, ...of }: { readonly repository: Repository } & ContractsOf,
  syntax: Syntax,
  cache: () => Promise<Cache | undefined>,
): Promise<JudgeContracts | undefined> {
  const text = await decidingContracts(repository, of);
  if (text === undefined) return undefined;
  const [{ readContracts }, { evaluationsBy }, { judgeProjectContracts }] = await Promise.all([
    import('./project-contracts.ts'),
    import('./evaluations.ts'),
    import('./judge-contracts.ts'),
  ]);
  const project = readContracts(text, of.locked === undefined ? 'checked' : 'trusted');
  const evaluations = evaluationsBy(project, syntax, cache);
  return {
    tool: project.tool,
    judge: (files, trees) => judgeProjectContracts(files, trees, project, evaluations),
  };
}
