import type { Files, TestRepository } from './temporary-repository.ts';
import { HUMAN_JSON, type JsonVerdict, verdictOf } from './verdict-of.ts';

export interface Edit {
  readonly before: Files;
  /** `null` deletes a file. */
  readonly after: Readonly<Record<string, string | null>>;
}

/** Commits an edit and has it judged as two revisions. */
export async function judgeEdit(
  repository: TestRepository,
  { before, after }: Edit,
  tier: 'fast' | 'full' = 'fast',
): Promise<JsonVerdict> {
  await repository.git('rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.');
  const base = await repository.commit('before', before);
  for (const [path, text] of Object.entries(after)) {
    if (text === null) await repository.git('rm', '--quiet', path);
    else await repository.stage({ [path]: text });
  }
  const head = await repository.commit('after');
  return verdictOf(await repository.pawl(['check', '--base', base, '--head', head, '--tier', tier, ...HUMAN_JSON]));
}

/** Its outcome and the kinds of its reasons, each once. */
export function summary({ outcome, reasons }: JsonVerdict): string {
  const kinds = [...new Set(reasons.map(({ kind }) => kind))].sort();
  return [outcome, ...kinds].join(' ');
}
