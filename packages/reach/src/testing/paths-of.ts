import { languageOf } from '@pawl/syntax';
import { type FileSummary, linkPaths, type Path, summarise } from '../index.ts';
import { localSyntax } from './local-syntax.ts';

const syntax = localSyntax();

/** The summaries of a project given as path → text. */
export async function summariesOf(files: Readonly<Record<string, string>>): Promise<readonly FileSummary[]> {
  const summaries: FileSummary[] = [];
  for (const [file, text] of Object.entries(files)) {
    const language = languageOf(file);
    if (language === undefined) continue;
    await syntax.load(language);
    const result = syntax.parse(text, language, { tolerateErrors: true });
    if (result.kind === 'not-parsed') throw new Error(`${file} does not parse: ${result.why}`);
    const summary = summarise(file, result.tree);
    result.tree.release();
    if (summary !== undefined) summaries.push(summary);
  }
  return summaries;
}

/** All its paths. */
export async function pathsOf(files: Readonly<Record<string, string>>): Promise<readonly Path[]> {
  return linkPaths(await summariesOf(files)).paths;
}
