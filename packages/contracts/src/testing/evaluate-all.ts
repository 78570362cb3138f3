import { languageOf } from '@pawl/syntax';
import { type Contracts, evaluate, type FileEvaluation, needsTree } from '../index.ts';
import { localSyntax } from './local-syntax.ts';

const syntax = localSyntax();

/** The evaluations of a project given as path → text. */
export async function evaluateAll(
  contracts: Contracts,
  files: Readonly<Record<string, string>>,
): Promise<readonly FileEvaluation[]> {
  const evaluations: FileEvaluation[] = [];
  for (const [file, text] of Object.entries(files)) {
    const language = needsTree(contracts, file) ? languageOf(file) : undefined;
    if (language === undefined) {
      evaluations.push(evaluate(contracts, { file, text }));
      continue;
    }
    await syntax.load(language);
    const parsed = syntax.parse(text, language, { tolerateErrors: true });
    if (parsed.kind === 'not-parsed') throw new Error(`${file} does not parse: ${parsed.why}`);
    evaluations.push(evaluate(contracts, { file, text }, { tree: parsed.tree }));
    parsed.tree.release();
  }
  return evaluations;
}
