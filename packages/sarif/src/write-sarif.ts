import type { Artifact, Log, Run } from 'sarif';
import { repositoryUri } from './repository-uri.ts';
import type { SarifArtifact, SarifInput } from './sarif-input.ts';
import { writeInvocation } from './write-invocation.ts';
import { type Files, SRCROOT, writeFile } from './write-location.ts';
import { writeResults } from './write-results.ts';
import { writeRules } from './write-rules.ts';
import { supportedTaxonomies, weaknessesOf, writeTaxonomies } from './write-taxonomy.ts';

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
