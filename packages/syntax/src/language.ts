/** A language that has a profile. */
export type LanguageId = 'javascript' | 'typescript' | 'tsx' | 'python';

const BY_EXTENSION: Readonly<Record<string, LanguageId>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  // The grammar of TSX reads all of JSX; that of JavaScript (0.25.0) stumbles over `class="…"`.
  jsx: 'tsx',
  es6: 'javascript',
  jsm: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  // Of these the scripts are read; see `scriptsIn`.
  vue: 'typescript',
  svelte: 'typescript',
  astro: 'typescript',
  py: 'python',
  pyi: 'python',
  pyw: 'python',
};

const BY_INTERPRETER: readonly (readonly [RegExp, LanguageId])[] = [
  [/^(?:node|nodejs|gjs|zx)$/u, 'javascript'],
  [/^(?:deno|bun|tsx|ts-node)$/u, 'typescript'],
  [/^(?:python[\d.]*|pypy[\d.]*)$/u, 'python'],
];

/**
 * The language of a file: by its extension, whatever the case, else by the interpreter its first line names. A file
 * without extension that starts with `#!` is a program like any other.
 */
export function languageOf(file: string, firstLine?: string): LanguageId | undefined {
  return BY_EXTENSION[extensionOf(file)] ?? (firstLine === undefined ? undefined : languageOfShebang(firstLine));
}

/** The lower-case extension of a path without its dot, `''` where it has none. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}

function languageOfShebang(firstLine: string): LanguageId | undefined {
  const interpreter = interpreterOf(firstLine);
  return interpreter === undefined ? undefined : BY_INTERPRETER.find(([pattern]) => pattern.test(interpreter))?.[1];
}

/** The program that a first line starting with `#!` names, without its path. */
export function interpreterOf(firstLine: string): string | undefined {
  if (!firstLine.startsWith('#!')) return undefined;
  const words = firstLine.slice(2).trim().split(/\s+/u);
  const names = words.map((word) => word.slice(word.lastIndexOf('/') + 1));
  return names[0] === 'env' ? names.slice(1).find((name) => !/^-|=/u.test(name)) : names[0];
}
