import type { Artifact, Log, Run } from 'sarif';
import { repositoryUri } from './repository-uri.ts';
import { type SarifFailure, writeInvocation } from './write-invocation.ts';
import { type Files, SRCROOT, writeFile } from './write-location.ts';
import { type SarifResultInput, writeResults } from './write-results.ts';
import { type SarifRuleInput, writeRules } from './write-rules.ts';
import { supportedTaxonomies, weaknessesOf, writeTaxonomies } from './write-taxonomy.ts';

export interface SarifInput {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri?: string };
  readonly results: readonly SarifResultInput[];
  /** What is known about rules. Rules that only results name are added by their id. */
  readonly rules?: readonly SarifRuleInput[];
  /** What kept the tool from examining everything. With any of these the log says that the run failed. */
  readonly failures?: readonly SarifFailure[];
  /** Files beside those that results and failures name, and what is known of any of them. */
  readonly artifacts?: readonly SarifArtifact[];
  /** `category/run`: runs of one category replace each other on a platform. */
  readonly automationId?: string;
  /** A remote as git names it, which is written without credentials, and the revision that was judged. */
  readonly provenance?: { readonly remote: string; readonly revision: string };
  readonly properties?: Readonly<Record<string, string>>;
}

/** `role` says what became of the file since the baseline. */
export interface SarifArtifact {
  readonly file: string;
  readonly role?: 'added' | 'deleted' | 'modified' | 'renamed' | 'unmodified';
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * A SARIF 2.1.0 log of one run, indented, ending with a newline. Results stand in the order given, rules by id, files by
 * path; the same input gives the same bytes. Half of a surrogate pair, for which UTF-8 has no form, becomes U+FFFD.
 *
 * @throws SarifError `bad-uri` for a path that is not well-formed Unicode or not one from the root of a repository.
 */
export function writeSarif(input: SarifInput): string {
  const { tool, results, rules = [], failures = [], properties } = input;
  const artifacts = artifactsOf(input);
  const files: Files = new Map(artifacts.map(({ file }, index) => [file, index]));
  const weaknesses = weaknessesOf([...rules, ...results]);
  const descriptors = writeRules(rules, results, weaknesses);
  const indices = new Map(descriptors.map(({ id }, index) => [id, index]));
  const run: Run = {
    tool: { driver: { ...tool, ...supportedTaxonomies(weaknesses), rules: descriptors } },
    ...writeIdentity(input),
    invocations: [writeInvocation(failures, files)],
    originalUriBaseIds: { [SRCROOT]: { description: { text: 'The root of the repository.' } } },
    ...(artifacts.length === 0 ? {} : { artifacts: artifacts.map(writeArtifact) }),
    ...writeTaxonomies(weaknesses),
    columnKind: 'utf16CodeUnits',
    results: writeResults(results, { rules: indices, files, weaknesses }),
    ...(properties === undefined ? {} : { properties }),
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, wellFormed, 2)}\n`;
}

function writeIdentity({
  automationId,
  provenance,
}: SarifInput): Pick<Run, 'automationDetails' | 'versionControlProvenance'> {
  const uri = provenance && repositoryUri(provenance.remote);
  return {
    ...(automationId === undefined ? {} : { automationDetails: { id: automationId } }),
    ...(provenance === undefined || uri === undefined
      ? {}
      : {
          versionControlProvenance: [
            { repositoryUri: uri, revisionId: provenance.revision, mappedTo: { uriBaseId: SRCROOT } },
          ],
        }),
  };
}

/** Each file once, by path. */
function artifactsOf({ artifacts = [], results, failures = [] }: SarifInput): readonly SarifArtifact[] {
  const known = new Map(artifacts.map((artifact) => [artifact.file, artifact]));
  const named = [...results, ...failures].flatMap(({ file }) => (file === undefined ? [] : [file]));
  const files = [...new Set([...known.keys(), ...named])].sort();
  return files.map((file) => known.get(file) ?? { file });
}

function writeArtifact({ file, role }: SarifArtifact): Artifact {
  return { location: writeFile(file, new Map()), roles: ['analysisTarget', ...(role === undefined ? [] : [role])] };
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}
