import { type LanguageId, PROFILES } from './profile-of.ts';

export type { LanguageId };

const BY_EXTENSION: ReadonlyMap<string, LanguageId> = new Map(
  Object.values(PROFILES).flatMap(({ id, extensions }) => extensions.map((extension) => [extension, id] as const)),
);

/**
 * The language of a file: by its extension, whatever the case, else by the interpreter its first line names. A file
 * without extension that starts with `#!` is a program like any other.
 */
export function languageOf(file: string, firstLine?: string): LanguageId | undefined {
  return BY_EXTENSION.get(extensionOf(file)) ?? (firstLine === undefined ? undefined : languageOfShebang(firstLine));
}

/** The lower-case extension of a path without its dot, `''` where it has none. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}

function languageOfShebang(firstLine: string): LanguageId | undefined {
  const interpreter = interpreterOf(firstLine);
  if (interpreter === undefined) return undefined;
  return Object.values(PROFILES).find((profile) => profile.interpreter?.test(interpreter))?.id;
}

/** The program that a first line starting with `#!` names, without its path. */
export function interpreterOf(firstLine: string): string | undefined {
  if (!firstLine.startsWith('#!')) return undefined;
  const words = firstLine.slice(2).trim().split(/\s+/u);
  const names = words.map((word) => word.slice(word.lastIndexOf('/') + 1));
  return names[0] === 'env' ? names.slice(1).find((name) => !/^-|=/u.test(name)) : names[0];
}
