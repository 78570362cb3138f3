import type { TreeFile } from './tree-file.ts';

/** Keys of a `package.json` that speak to test frameworks and to what `setup` may run. */
const KEYS = ['jest', 'vitest', 'mocha', 'ava', 'tap', 'nyc', 'c8', 'babel', 'scripts'] as const;
const SECTIONS =
  /^\s*\[\[?\s*(?:tool[.:]pytest|pytest\b|tool\.coverage|project\.entry-points\.["']?pytest11|tool\.poetry\.plugins\.["']?pytest11|options\.entry_points)/u;

/** Files that belong to the code and to its tests at once. */
export function isGrafted(file: string): boolean {
  return /(?:^|\/)(?:package\.json|pyproject\.toml|setup\.cfg|tox\.ini)$/u.test(file);
}

/** The judged file with the locked settings of the test frameworks in the place of its own. */
export function graftSettings(judged: TreeFile, locked: TreeFile | undefined): TreeFile {
  const [text, before] = [textOf(judged.content), locked === undefined ? '' : textOf(locked.content)];
  const content = judged.file.endsWith('.json') ? graftJson(text, before) : graftSections(text, before);
  return { file: judged.file, content };
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function graftJson(text: string, before: string): string {
  const [judged, locked] = [objectIn(text), objectIn(before)];
  // A file that is no JSON gives no settings to anything either.
  if (judged === undefined) return text;
  const rest = Object.entries(judged).filter(([key]) => !isKey(key));
  const own = Object.entries(locked ?? {}).filter(([key]) => isKey(key));
  return `${JSON.stringify(Object.fromEntries([...rest, ...own]), undefined, 2)}\n`;
}

function isKey(key: string): boolean {
  return (KEYS as readonly string[]).includes(key);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function graftSections(text: string, before: string): string {
  const own = sectionsOf(text).filter((section) => !SECTIONS.test(section));
  const locked = sectionsOf(before).filter((section) => SECTIONS.test(section));
  return [...own, ...locked].map((section) => section.replace(/\n*$/u, '\n')).join('');
}

/** The head of the file, and then each section with its title. */
function sectionsOf(text: string): readonly string[] {
  return text.split(/^(?=[ \t]*\[\[?[^\]\n]+\]\]?\s*(?:#.*)?$)/mu);
}
