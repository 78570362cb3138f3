import type { Cache } from '@pawl/cache';
import { CONTRACTS, CONTRACTS_DIGEST, evaluate, type FileEvaluation, needsTree } from '@pawl/contracts';
import { languageOf, type Syntax } from '@pawl/syntax';
import { factsBy, type FileFacts } from '../file-facts.ts';
import { withTree } from '../with-tree.ts';
import { isListOf, isRecord } from '../plain-data.ts';
import type { ProjectContracts } from './project-contracts.ts';

/** What the contracts say of single files, from what was found out before where that is known. */
export function evaluationsBy(
  { contracts, digest }: ProjectContracts,
  syntax: Syntax,
  cache: () => Promise<Cache | undefined>,
): FileFacts<FileEvaluation> {
  return factsBy(
    {
      name: [CONTRACTS, CONTRACTS_DIGEST, digest],
      find: async (file) => {
        const language = languageOf(file.file);
        if (language === undefined || !needsTree(contracts, file.file)) return evaluate(contracts, file);
        const withFlow = await withTree(file.text, language, syntax, (tree) => evaluate(contracts, file, { tree }));
        return withFlow ?? evaluate(contracts, file);
      },
      isFact: isEvaluation,
    },
    cache,
  );
}

function isEvaluation(value: unknown): boolean {
  return (
    isRecord<FileEvaluation>(value) &&
    typeof value.file === 'string' &&
    isListOf(value.contracts, (one) => isRecord<{ matches: unknown }>(one) && Array.isArray(one.matches))
  );
}
