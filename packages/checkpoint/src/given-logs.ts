import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Config, isExcluded } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import { type Coverage, type Finding, joinCoverage, type RawFinding } from '@pawl/findings';
import type { PinnedTool } from '@pawl/ledger';
import type { SourceFile } from '@pawl/scanner';
import { identify } from './identify.ts';
import type { Surrounder } from './surroundings.ts';

/** What one tool says of a whole tree, in logs that somebody made and handed in. */
export interface Told {
  /** Its name starts with `log:`, so that no log can speak for a scanner of ours. */
  readonly tool: PinnedTool;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** The tree that the logs must be about. */
export interface Subject {
  readonly files: readonly SourceFile[];
  /** Absent where what is judged is no commit. */
  readonly commit: string | undefined;
  /** The `file:` URI of the work tree, which a tool may have written before every path. */
  readonly root: string | undefined;
}

/** What counts of a log: all that is not excluded, and what is judged though it is, such as code that moved into an excluded folder (S04). */
export interface Judged {
  readonly config: Config;
  readonly judged: ReadonlySet<string>;
}

export class LogError extends PawlError<'log-unreadable'> {}

/** @throws LogError where a file cannot be read or is not UTF-8. */
export function readLogFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  return Promise.all(paths.map((path) => textOf(resolve(cwd, path))));
}

/**
 * What each tool says in some logs, and what it found as findings with an identity.
 *
 * @throws SarifError where a log is broken, partial, about another tree, or says that its tool failed.
 */
export async function readLogs(
  logs: readonly string[],
  { files, commit, root }: Subject,
  { config, judged }: Judged,
  surround: Surrounder,
): Promise<readonly Told[]> {
  if (logs.length === 0) return [];
  const { readLog } = await import('@pawl/scanner-sarif');
  const tree = { files, ...(commit === undefined ? {} : { commit }), ...(root === undefined ? {} : { root }) };
  const said = logs.flatMap((log) => readLog(log, tree));
  const isJudged = ({ file }: { readonly file: string }): boolean => judged.has(file) || !isExcluded(config, file);
  return Promise.all(
    [...new Set(said.map(({ name }) => name))].map(async (name) => {
      const own = said.filter((tool) => tool.name === name);
      const raw: readonly RawFinding[] = own.flatMap(({ findings }) => findings).filter(isJudged);
      const { examined, notExamined } = joinCoverage(own.map(({ coverage }) => coverage));
      return {
        tool: { name, version: versionOf(own), rulesDigest: '', rules: [] },
        findings: await identify({}, raw, files, surround),
        coverage: { examined: examined.filter(isJudged), notExamined: notExamined.filter(isJudged) },
      };
    }),
  );
}

/** Logs of two versions are no log of either: no lock and no base names such a version but by the same two. */
function versionOf(logs: readonly { readonly version: string | null }[]): string {
  return [...new Set(logs.map(({ version }) => version ?? 'unknown'))].sort().join(' and ');
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LogError('log-unreadable', `the log ${path} cannot be read: ${why}`, {
      next: 'name a SARIF 2.1.0 file in UTF-8: --sarif FILE',
      cause,
    });
  }
}
