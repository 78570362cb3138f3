import { AdapterError } from '@pawl/scanner';
import type { Language } from './languages.ts';
import type { CodeqlSettings } from './settings.ts';

/** The queries for one language, as the CLI takes them: `scope/name@range:path`. */
export function suiteOf({ suite = 'code-scanning' }: CodeqlSettings, { name }: Language): string {
  if (/^[a-z]+(?:-[a-z]+)*$/u.test(suite)) return `codeql/${name}-queries:codeql-suites/${name}-${suite}.qls`;
  // Only what lies in a pack: a path would be one of the judged tree, or of this machine alone.
  const reference = suite.replaceAll('{language}', name);
  if (/^[\w-]+\/[\w-]+(?:@[^:\s]+)?(?::[\w./-]+)?$/u.test(reference)) return reference;
  throw new AdapterError(
    'rules-missing',
    `${JSON.stringify(suite)} is neither a suite of CodeQL nor queries in a pack.`,
    {
      next: 'Write under "suite" a name like "security-extended", or scope/name@range:path',
    },
  );
}
