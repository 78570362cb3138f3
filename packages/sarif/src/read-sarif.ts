import type { RawFinding } from '@pawl/findings';
import { guardJson } from './json-guard.ts';
import { Node } from './node.ts';
import { readResult, type RunContext } from './read-result.ts';
import { describeRule, RuleTable, type SarifRule } from './rules.ts';
import { SarifError } from './sarif-error.ts';
import { LEVELS } from './severity.ts';

export interface ReadOptions {
  /** The name that findings carry instead of the one that the log gives to its tool. */
  readonly tool?: string;
  /** The `file:` URI of the folder that was scanned, for tools that write absolute paths. */
  readonly root?: string;
}

export interface SarifRun {
  /** `version` is `null` where the log does not say. */
  readonly tool: { readonly name: string; readonly version: string | null };
  readonly rules: readonly SarifRule[];
  readonly findings: readonly RawFinding[];
}

export interface SarifLog {
  readonly runs: readonly SarifRun[];
}

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

function readRun(run: Node, options: ReadOptions): SarifRun {
  requireSuccess(run);
  requireWhole(run);
  const tool = toolOf(run);
  const rules = new RuleTable(run);
  const context: RunContext = { run, rules, tool: options.tool ?? tool.name, root: options.root };
  return {
    tool,
    rules: rules.all.map((rule) => describeRule(run, rule)),
    findings: run
      .need('results')
      .items()
      .flatMap((result) => readResult(context, result)),
  };
}

/** A tool that says that it failed, or that something went wrong on the way, did not examine everything. */
function requireSuccess(run: Node): void {
  for (const invocation of run.list('invocations')) {
    const success = invocation.need('executionSuccessful');
    if (!success.flag()) success.fail('failed-invocation', 'is false: the tool says that it failed');
    for (const kind of ['toolExecutionNotifications', 'toolConfigurationNotifications']) {
      for (const notification of invocation.list(kind)) {
        const level = notification.get('level')?.oneOf(LEVELS);
        if (level === 'error') notification.fail('tool-error-notification', `is an error: ${told(notification)}`);
      }
    }
  }
}

function told(notification: Node): string {
  return notification.get('message')?.get('text')?.text() ?? 'the tool does not say which';
}

/** SARIF 3.14.2 lets parts of a run live in other files; what is there would be missed. */
function requireWhole(run: Node): void {
  const external = run.get('externalPropertyFileReferences');
  if (external) external.fail('external-properties', 'says that parts of the run are in other files');
}

function toolOf(run: Node): SarifRun['tool'] {
  const driver = run.need('tool').need('driver');
  const version = driver.get('semanticVersion') ?? driver.get('version');
  return { name: driver.need('name').text(), version: version?.text() ?? null };
}
