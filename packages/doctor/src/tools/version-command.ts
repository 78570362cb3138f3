import type { Config } from '@pawl/config';

type Argv = readonly [string, ...string[]];

/** How each installed tool of a configuration is asked which version it is, by the name that it has in a lock. */
export function versionCommands({ semgrep, bandit, codeql, sarif }: Config['scanners']): ReadonlyMap<string, Argv> {
  const found: (readonly [string, Argv])[] = [];
  if (semgrep !== false) found.push(['semgrep', ['semgrep', '--disable-version-check', '--version']]);
  if (bandit) found.push(['bandit', ['bandit', '--version']]);
  if (codeql !== false) found.push(['codeql', ['codeql', 'version', '--format=terse']]);
  for (const [name, { command, version }] of Object.entries(sarif)) {
    const [program = '', ...rest] = version ?? [command[0] ?? '', '--version'];
    found.push([`sarif:${name}`, [program, ...rest]]);
  }
  return new Map(found);
}
