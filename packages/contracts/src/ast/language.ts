import type { Contract, ContractLanguage } from '../contract.ts';
import { LANGUAGES } from '../document/contract-rules.ts';
import { matchesAny } from '../document/glob.ts';

const BY_EXTENSION: Readonly<Record<string, ContractLanguage>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  pyi: 'python',
};

/** The language that a file's name tells. */
export function languageOfFile(file: string): ContractLanguage | undefined {
  return BY_EXTENSION[/\.(\w+)$/u.exec(file)?.[1] ?? ''];
}

/** The language in which a contract reads a file; undefined where it does not speak of it. */
export function languageIn(contract: Contract, file: string): ContractLanguage | undefined {
  const { files, except, language } = contract;
  if (!matchesAny(files, file) || matchesAny(except, file)) return undefined;
  return languageOfFile(file) ?? language;
}

/** The languages that a contract may meet, by what its globs end with; all of them where a glob does not tell. */
export function languagesOf({ files, language }: Contract): readonly ContractLanguage[] {
  const told = files.map((glob) => {
    const ending = /\.\{?([\w,.]+)\}?$/u.exec(glob)?.[1] ?? '';
    return ending.split(',').flatMap((extension) => BY_EXTENSION[extension.replace(/^.*\./u, '')] ?? []);
  });
  const own = language === undefined ? [] : [language];
  if (told.some((found) => found.length === 0)) return own.length > 0 ? own : LANGUAGES;
  return [...new Set([...told.flat(), ...own])];
}
