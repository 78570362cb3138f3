import type { Coverage, RawFinding } from '@pawl/findings';
import { filesAbout, locate, readSarif, SarifError, type SarifNotification, type SarifRun } from '@pawl/sarif';
import type { ScanRequest } from '@pawl/scanner';
import { coverageOf } from './coverage.ts';
import { requireSameContent } from './same-content.ts';

/** What a log has to be about. */
export interface JudgedTree extends ScanRequest {
  /** The commit that is judged; absent where what is judged is no commit yet. */
  readonly commit?: string;
  /** The `file:` URI of the folder that was scanned, for logs with absolute paths that do not name it themselves. */
  readonly root?: string;
}

/** What one tool says in a log that somebody made. */
export interface LoggedTool {
  /** `log:` and the name that the log gives to its tool: never the name of a scanner that runs here. */
  readonly name: string;
  /** `null` where the log does not say. */
  readonly version: string | null;
  readonly findings: readonly RawFinding[];
  readonly coverage: Coverage;
}

/**
 * Reads a log about a tree, for each tool in it.
 *
 * A log adds findings and takes none away: it may be written by anybody, so that no scanner is taken to have run because
 * a log says so. Its coverage holds what it lists itself; a log that lists no files claims none.
 *
 * @throws SarifError where the log is malformed or partial, where the tool failed, and `stale` where it is about another
 * commit, another content or a place that the tree does not have.
 */
export function readLog(text: string, tree: JudgedTree): readonly LoggedTool[] {
  const root = tree.root === undefined ? {} : { root: tree.root };
  const names = new Set(tree.files.map(({ file }) => file));
  // A stranger's error is partial where it has a place that the tree has, so that some file pays for it; a text is no place.
  const isPartial = ({ files }: SarifNotification): boolean => filesAbout({ text: '', files }, names, '').length > 0;
  const { runs } = readSarif(text, { ...root, isPartial });
  for (const run of runs) requireSameCommit(run, tree.commit);
  requireSameContent(runs, tree);
  const tools = [...new Set(runs.map(({ tool }) => tool.name))];
  return tools.map((name) => {
    const own = runs.filter(({ tool }) => tool.name === name);
    return toolOf(`log:${name}`, own, tree);
  });
}

function toolOf(name: string, runs: readonly SarifRun[], { files }: JudgedTree): LoggedTool {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const [version = null, ...others] = new Set(runs.map(({ tool }) => tool.version));
  const tree = new Set(texts.keys());
  const { examined, notExamined } = coverageOf(runs, { by: name, files, tree, folder: '', assumed: () => false });
  const findings = runs.flatMap((run) => locate(run, (file) => texts.get(file)));
  return {
    name,
    version: others.length === 0 ? version : null,
    findings: findings.map((finding) => ({ ...finding, tool: name })),
    coverage: { examined, notExamined },
  };
}

/** E12: last week's clean log says nothing about today's code. */
function requireSameCommit({ revisions }: SarifRun, commit: string | undefined): void {
  const [revision] = revisions;
  if (revision === undefined || revisions.some((named) => isCommit(named, commit))) return;
  const what = `The log is about ${revision}, and ${commit ?? 'what is not committed yet'} is judged.`;
  throw new SarifError('stale', what, { next: 'Run the tool on the commit that is judged, and give that log.' });
}

function isCommit(named: string, commit: string | undefined): boolean {
  return /^[\da-f]{7,64}$/iu.test(named) && commit?.startsWith(named.toLowerCase()) === true;
}
