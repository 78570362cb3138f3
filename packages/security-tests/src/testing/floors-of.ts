import { languageOf } from '@pawl/syntax';
import { type FileFloor, floorNeeds, floorOf, type Judge } from '../index.ts';
import { localSyntax } from './local-syntax.ts';

const syntax = localSyntax();

/** The floors of files given as path → text. */
export async function floorsOf(
  files: Readonly<Record<string, string>>,
  { inSuite }: Partial<Pick<Judge, 'inSuite'>> = {},
): Promise<readonly FileFloor[]> {
  const floors: FileFloor[] = [];
  for (const [file, text] of Object.entries(files)) {
    const language = languageOf(file);
    const needs = floorNeeds(file, language, inSuite);
    if (needs === 'text') floors.push(floorOf(file, text));
    if (needs !== 'tree' || language === undefined) continue;
    await syntax.load(language);
    const result = syntax.parse(text, language, { tolerateErrors: true });
    if (result.kind === 'not-parsed') throw new Error(`${file} does not parse: ${result.why}`);
    floors.push(floorOf(file, result.tree));
    result.tree.release();
  }
  return floors;
}
