import type { Contract, ContractLanguage, Contracts, Pattern, Wheres } from '../contract.ts';
import { type Mistake, type Path, wrong } from '@pawl/document';
import { languagesOf } from './language.ts';
import { compile, isBad } from './pattern.ts';

/** What is wrong with the patterns: each must be code in at least one of the languages that its contract's files have. */
export function patternMistakes(contracts: Contracts): readonly Mistake[] {
  return contracts.contracts.flatMap((contract, index) => {
    const languages = languagesOf(contract);
    return [
      ...patternsOf(contract).flatMap(({ path, pattern }) =>
        mistakeIn(pattern, {}, languages, ['contracts', index, ...path]),
      ),
      ...regexesOf(contract).flatMap(({ path, regex }) =>
        mistakeIn({ regex }, {}, languages, ['contracts', index, ...path]),
      ),
    ];
  });
}

function mistakeIn(
  pattern: Pattern,
  where: Wheres,
  languages: readonly ContractLanguage[],
  path: Path,
): readonly Mistake[] {
  const compiled = languages.map((language) => compile(pattern, where, language));
  if (compiled.some((one) => !isBad(one))) return [];
  const first = compiled.find(isBad);
  return wrong(path, `cannot be used as a pattern: ${first?.why ?? 'no language'}`);
}

interface PlacedPattern {
  readonly path: Path;
  readonly pattern: Pattern;
}

function patternsOf({ promise }: Contract): readonly PlacedPattern[] {
  const placed = (path: Path, patterns: readonly Pattern[]): readonly PlacedPattern[] =>
    patterns.map((pattern, index) => ({ path: [promise.kind, ...path, index], pattern }));
  switch (promise.kind) {
    case 'flow':
      return [
        ...placed(['from'], promise.from),
        ...placed(['to'], promise.to),
        ...placed(['through'], promise.through),
      ];
    case 'mustHave':
      return [
        ...placed(['every'], promise.every),
        ...Object.entries(promise.have).flatMap(([key, patterns]) =>
          key === 'option' ? [] : placed(['have', key], patterns as readonly Pattern[]),
        ),
      ];
    case 'mustNot':
      return placed(['pattern'], promise.patterns);
    case 'mustStay':
      return [...placed(['exists'], promise.exists), ...placed(['order'], promise.order)];
  }
}

function regexesOf({ promise }: Contract): readonly { readonly path: Path; readonly regex: string }[] {
  if (promise.kind === 'flow') return [];
  return Object.entries(promise.where).flatMap(([name, { regex, notRegex }]) => [
    ...(regex === undefined ? [] : [{ path: [promise.kind, 'where', name, 'regex'], regex }]),
    ...(notRegex === undefined ? [] : [{ path: [promise.kind, 'where', name, 'notRegex'], regex: notRegex }]),
  ]);
}
