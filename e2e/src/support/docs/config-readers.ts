import { parseConfig } from '@pawl/config';
import { parseContracts } from '@pawl/contracts';
import { readReceiveSettings } from '@pawl/receive';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { CodeBlock } from '../code-blocks.ts';
import { readDocument } from './read-document.ts';
import { readEnvironment } from './read-environment.ts';
import { readNxJson, readPackageJson, readProjectJson } from './read-nx-json.ts';

/** Reads a block as what reads such a file does, and throws what that has to say of it. */
type ConfigReader = (text: string) => unknown;

const BY_NAME: readonly (readonly [RegExp, ConfigReader])[] = [
  [/^pawl\.config\.jsonc$/u, (text) => parseConfig(text, 'pawl.config.jsonc')],
  [/^pawl\.contracts\.jsonc$/u, (text) => parseContracts(text, 'pawl.contracts.jsonc')],
  [/^nx\.json$/u, readNxJson],
  [/(?:^|\/)project\.json$/u, readProjectJson],
  [/(?:^|\/)package\.json$/u, readPackageJson],
  [/\.ya?ml$/u, (text) => parseYaml(text) as unknown],
  [/\.toml$/u, (text) => parseToml(text)],
  [/\.env$/u, readEnvironment],
];

const BY_SCHEMA: readonly (readonly [RegExp, ConfigReader])[] = [
  [/^pawl\/receive@1$/u, (text) => readReceiveSettings(text, 'settings.json')],
  [/^pawl\/[a-z-]+@1$/u, readDocument],
];

/**
 * What reads a block, where that is known: by the name of the file in its first line, `// nx.json` or
 * `# .github/workflows/pawl.yml`, or, in JSON, which has no comments, by the schema that it names.
 */
export function configReader({ language, text }: CodeBlock): ConfigReader | undefined {
  const name = fileNamed(text);
  const schema = language === 'json' ? /^\s*\{\s*"schema":\s*"([^"]*)"/u.exec(text)?.[1] : undefined;
  const find = (known: typeof BY_NAME, word: string | undefined): ConfigReader | undefined =>
    known.find(([pattern]) => word !== undefined && pattern.test(word))?.[1];
  return find(BY_NAME, name) ?? find(BY_SCHEMA, schema);
}

/** Whether a block is a workflow of GitHub Actions, which actionlint reads. */
export function isWorkflow({ text }: CodeBlock): boolean {
  return fileNamed(text)?.startsWith('.github/workflows/') === true;
}

function fileNamed(text: string): string | undefined {
  return /^(?:\/\/|#) ([\w./-]*\w)/u.exec(text)?.[1];
}
