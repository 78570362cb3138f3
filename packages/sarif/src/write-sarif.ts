import { compareSeverity, type RawFinding, type Severity } from '@pawl/findings';
import type { Invocation, Location, Log, PropertyBag, ReportingDescriptor, Result, Run } from 'sarif';
import type { SarifRule } from './rules.ts';
import { SarifError } from './sarif-error.ts';
import { SCALE } from './severity.ts';

/** One result to write. Its tool is that of the log. */
export interface SarifResultInput extends Omit<RawFinding, 'tool'> {
  readonly fingerprint?: string;
  readonly baselineState?: 'new' | 'unchanged' | 'updated' | 'absent';
}

export interface SarifInput {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri?: string };
  readonly results: readonly SarifResultInput[];
  /** What is known about rules. Rules that only results name are added by their id. */
  readonly rules?: readonly SarifRule[];
  /** What kept the tool from examining everything. With any of these the log says that the run failed. */
  readonly failures?: readonly string[];
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * A SARIF 2.1.0 log of one run, indented, ending with a newline. Results stand in the order given, rules by id; the same
 * input gives the same bytes.
 *
 * @throws SarifError `bad-uri` for a path that is not well-formed Unicode.
 */
export function writeSarif({ tool, results, rules = [], failures = [] }: SarifInput): string {
  const descriptors = descriptorsOf(rules, results);
  const indices = new Map(descriptors.map(({ id }, index) => [id, index]));
  const run: Run = {
    tool: { driver: { ...tool, rules: descriptors } },
    invocations: [invocationOf(failures)],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: results.map((result) => resultOf(result, indices.get(result.rule))),
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function invocationOf(failures: readonly string[]): Invocation {
  if (failures.length === 0) return { executionSuccessful: true };
  const notifications = failures.map((text) => ({ level: 'error' as const, message: { text } }));
  return { executionSuccessful: false, toolExecutionNotifications: notifications };
}

function descriptorsOf(rules: readonly SarifRule[], results: readonly SarifResultInput[]): ReportingDescriptor[] {
  const known = new Map<string, SarifRule>(rules.map((rule) => [rule.id, rule]));
  const worst = new Map<string, Severity>();
  for (const { rule, severity } of results) {
    const other = worst.get(rule);
    if (other === undefined || compareSeverity(severity, other) < 0) worst.set(rule, severity);
  }
  const ids = [...new Set([...known.keys(), ...worst.keys()])].sort();
  return ids.map((id) => descriptorOf(known.get(id) ?? { id }, worst.get(id)));
}

/** Platforms read the score from the rule only: a rule without one of its own gets that of its worst result. */
function descriptorOf(
  { id, name, description, helpUri, severity, cwe = [] }: SarifRule,
  worst?: Severity,
): ReportingDescriptor {
  const { level, score } = SCALE[severity ?? worst ?? 'medium'];
  const tags = cwe.map((weakness) => `external/cwe/${weakness.toLowerCase()}`);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { shortDescription: { text: description } }),
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level },
    properties: { tags: ['security', ...tags], 'security-severity': score },
  };
}

function resultOf(result: SarifResultInput, ruleIndex: number | undefined): Result {
  const { level, score } = SCALE[result.severity];
  const properties: PropertyBag = {
    cwe: [...result.cwe],
    'security-severity': score,
  };
  return {
    ruleId: result.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    // SARIF 3.27.10: a level of "none" belongs to a kind other than "fail".
    ...(level === 'none' ? { kind: 'informational' as const } : {}),
    level,
    message: { text: result.message },
    locations: [locationOf(result)],
    ...(result.fingerprint === undefined ? {} : { partialFingerprints: { 'pawl/v1': result.fingerprint } }),
    ...(result.baselineState === undefined ? {} : { baselineState: result.baselineState }),
    ...(result.suppressed === true ? { suppressions: [{ kind: 'inSource' as const }] } : {}),
    properties,
  };
}

function locationOf({ file, line, column, endLine, endColumn }: SarifResultInput): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodedPath(file), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: line,
        ...(column === undefined ? {} : { startColumn: column }),
        ...(endLine === undefined ? {} : { endLine }),
        ...(endColumn === undefined ? {} : { endColumn }),
      },
    },
  };
}

function encodedPath(file: string): string {
  try {
    return file.split('/').map(encodeURIComponent).join('/');
  } catch (cause) {
    throw new SarifError('bad-uri', `The path ${JSON.stringify(file)} is not well-formed Unicode.`, { cause });
  }
}
