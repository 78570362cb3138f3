import type { RawFinding } from '@pawl/findings';
import { guardJson } from './json-guard.ts';
import { Node } from './node.ts';
import { readNotifications, type SarifNotification } from './read-notifications.ts';
import { readProvenance, type SarifProvenance } from './read-provenance.ts';
import { readResult, type RunContext } from './read-result.ts';
import { describeRule, RuleTable, type SarifRule } from './rules.ts';
import { SarifError } from './sarif-error.ts';

/** What a log does not know of itself. */
export interface ReadOptions {
  /** The name that findings carry instead of the one that the log gives to its tool. */
  readonly tool?: string;
  /** The `file:` URI of the folder that was scanned, for tools that write absolute paths. */
  readonly root?: string;
  /**
   * Whether an error that the tool met in its execution concerns no more than some files: it is handed on in
   * `notifications` instead of refusing the log. Default: no error does.
   */
  readonly isPartial?: (notification: SarifNotification) => boolean;
}

/** One run of a tool: what it found, and what a caller needs to judge whether that is all. */
export interface SarifRun extends SarifProvenance {
  /** `version` is `null` where the log does not say. */
  readonly tool: { readonly name: string; readonly version: string | null };
  readonly rules: readonly SarifRule[];
  readonly findings: readonly RawFinding[];
  /** `automationDetails.id`: what tells several runs of one tool apart; `null` where the log does not say. */
  readonly category: string | null;
  /** What columns count (SARIF 3.14.27); `null` where the log does not say. */
  readonly columnKind: ColumnKind | null;
  readonly notifications: readonly SarifNotification[];
}

/** What a column counts (SARIF 3.14.27). */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** A log that was read as a whole. */
export interface SarifLog {
  readonly runs: readonly SarifRun[];
}

const COLUMN_KINDS = ['utf16CodeUnits', 'unicodeCodePoints'] as const;

/** In UTF-16 code units. Beyond it, parsing alone would take gigabytes. */
const MAX_LENGTH = 128 * 1024 * 1024;

/**
 * Reads a SARIF 2.1.0 log, all of it or nothing.
 *
 * @throws SarifError when the log is malformed, partial, or says that the tool failed. That is never an empty list.
 */
export function readSarif(text: string, options: ReadOptions = {}): SarifLog {
  const log = new Node(parse(text));
  const version = log.need('version');
  if (version.value !== '2.1.0') version.fail('not-2.1.0', 'is not 2.1.0');
  if (log.list('inlineExternalProperties').length > 0) {
    log.fail('external-properties', 'keeps parts of its runs outside them');
  }
  const runs = log.need('runs').items();
  if (runs.length === 0) throw new SarifError('no-runs', 'The log has no runs: no tool ran.');
  return { runs: runs.map((run) => readRun(run, options)) };
}

function parse(text: string): unknown {
  if (text.length > MAX_LENGTH) {
    throw new SarifError('too-large', `The log has ${text.length} characters; the limit is ${MAX_LENGTH}.`);
  }
  guardJson(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SarifError('not-json', 'The log is not JSON.', { cause });
  }
}

function readRun(run: Node, { tool: name, root, isPartial = () => false }: ReadOptions): SarifRun {
  const notifications = readNotifications(run, { root, isPartial });
  requireWhole(run);
  const tool = toolOf(run);
  const rules = new RuleTable(run);
  const context: RunContext = { run, rules, tool: name ?? tool.name, root };
  const results = run.need('results').items();
  return {
    tool,
    rules: rules.all.map((rule) => describeRule(run, rule)),
    findings: results.flatMap((result) => readResult(context, result)),
    category: run.get('automationDetails')?.get('id')?.text() ?? null,
    columnKind: run.get('columnKind')?.oneOf(COLUMN_KINDS) ?? null,
    notifications,
    ...readProvenance(run, root),
  };
}

/** SARIF 3.14.2 lets parts of a run live in other files; what is there would be missed. */
function requireWhole(run: Node): void {
  const external = run.get('externalPropertyFileReferences');
  if (external) external.fail('external-properties', 'says that parts of the run are in other files');
}

function toolOf(run: Node): SarifRun['tool'] {
  const driver = run.need('tool').need('driver');
  const version = driver.get('semanticVersion') ?? driver.get('version');
  return { name: driver.need('name').filled(), version: version?.text() ?? null };
}
