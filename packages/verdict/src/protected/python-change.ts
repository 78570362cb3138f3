import { securityDependencyChanges } from './dependency-change.ts';
import type { ProtectedChange } from './protected-change.ts';
import { pythonWanted } from './python-wanted.ts';

/** What a manifest of Python asks for, and where from. */
export function pythonChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  if (before === undefined || after === undefined) return [];
  return [
    ...securityDependencyChanges('python', pythonWanted(file, before), pythonWanted(file, after)),
    ...sourceChanges(before, after),
    ...hashChanges(before, after),
  ];
}

/** Addresses that packages come from. */
const SOURCE =
  /(?:^|["'\s])(?:(?:-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host)[ =]\S+|(?:[\w.[\]-]+\s*@\s*)?git\+[a-z]+:\/\/[^\s"'#@]+|[\w.[\]-]+\s*@\s*https?:\/\/[^\s"'#]+)/gmu;
const TOML_SOURCE =
  /^[ \t]*(?:[\w.-]+[ \t]*=[ \t]*\{[^}\n]*\b(?:git|url)[ \t]*=[ \t]*["'][^"']+["']|(?:index-url|extra-index-url|url|index)[ \t]*=[ \t]*["']https?:[^"']+["']|verify_ssl[ \t]*=[ \t]*false)/gmu;

function sourceChanges(before: string, after: string): readonly ProtectedChange[] {
  const known = new Set(sourcesIn(before));
  const added = [...new Set(sourcesIn(after))].filter((source) => !known.has(source));
  return added.map((source) => ({
    rule: 'dependency-source',
    protects: 'dependency',
    what: `Packages come from elsewhere: \`${source}\`.`,
  }));
}

function sourcesIn(text: string): readonly string[] {
  const bare = text.replace(/^[ \t]*#.*$/gmu, '');
  return [...bare.matchAll(SOURCE), ...(/^\[/mu.test(text) ? bare.matchAll(TOML_SOURCE) : [])].map(([found]) =>
    // Another version from the same place is an upgrade.
    found
      .replace(/^["'\s]+/u, '')
      .replace(/\s+/gu, ' ')
      .replace(/(?:\brev|\btag|\bbranch)\s*=\s*["'][^"']*["']/gu, '')
      .replace(/\d+(?:\.\d+)+/gu, '*')
      .trim(),
  );
}

function hashChanges(before: string, after: string): readonly ProtectedChange[] {
  const isHeld = (text: string): boolean => text.includes('--hash=');
  const isRequired = (text: string): boolean => /^--require-hashes\b/mu.test(text);
  if (!(isHeld(before) && !isHeld(after)) && !(isRequired(before) && !isRequired(after))) return [];
  return [
    {
      rule: 'dependency-source',
      protects: 'dependency',
      what: 'The packages are no longer held to the hashes of their files.',
    },
  ];
}
