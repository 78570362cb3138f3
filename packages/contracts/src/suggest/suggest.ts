import { parseCode } from '../ast/engine.ts';
import { languageOfFile } from '../ast/language.ts';
import { parseContracts } from '../document/parse-contracts.ts';
import { evaluate, refusal } from '../evaluate/evaluate.ts';
import type { SideFile } from '../file-evaluation.ts';
import { suggestForClassViews } from './class-views.ts';
import { suggestForDecorators } from './decorator-pairs.ts';
import { suggestForHandlers } from './decorated-handlers.ts';
import { suggestForFirstCalls } from './handlers-first.ts';
import { suggestForLayers } from './layers.ts';
import { suggestForMiddleware } from './middleware-order.ts';
import { suggestNever } from './never.ts';
import { suggestForOptions } from './options.ts';
import { suggestForRoutes } from './script-routes.ts';
import { folderOf, type Parsed, type Suggestion } from './suggestion.ts';
import { writeSuggestions } from './write-suggestions.ts';

/** A reviewer reads no more. */
const MOST = 40;

const NOT_RUN =
  /(?:^|\/)(?:(?:unit)?tests?|testdata|__tests__|__mocks__|specs?|e2e|fixtures?|testing|benchmarks?|examples?|node_modules|site-packages|vendor|dist|build|migrations|stubs)\/|[._-](?:test|spec|stories)s?\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|\.d\.[cm]?ts$|\.min\.js$/iu;

/**
 * What the code already does everywhere, as contracts; the most wanted for security first. Those that are not `proposed` hold almost
 * everywhere. The same files give the same suggestions, in whatever order they come.
 */
export function suggest(files: readonly SideFile[]): readonly Suggestion[] {
  const parsed = files.toSorted((a, b) => (a.file < b.file ? -1 : 1)).flatMap(parsedOf);
  const all = [
    ...suggestForRoutes(parsed),
    ...suggestForHandlers(parsed),
    ...suggestForDecorators(parsed),
    ...suggestForClassViews(parsed),
    ...suggestForFirstCalls(parsed),
    ...suggestForMiddleware(parsed),
    ...suggestForOptions(parsed),
    ...suggestNever(parsed),
    ...suggestForLayers(parsed),
  ].sort((a, b) => a.rank - b.rank || b.of - a.of || (a.id < b.id ? -1 : 1));
  const named = withOwnIds(all);
  const kept = holding(named.filter(({ proposed }) => proposed).slice(0, MOST), files);
  return [...kept, ...named.filter(({ proposed }) => !proposed).slice(0, MOST)];
}

function parsedOf({ file, text }: SideFile): readonly Parsed[] {
  const language = languageOfFile(file);
  if (language === undefined || NOT_RUN.test(file) || refusal(text) !== undefined) return [];
  return [{ file, folder: folderOf(file), language, root: parseCode(text, language) }];
}

function withOwnIds(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const counts = new Map<string, number>();
  return suggestions.map((suggestion) => {
    const count = (counts.get(suggestion.id) ?? 0) + 1;
    counts.set(suggestion.id, count);
    return count === 1 ? suggestion : { ...suggestion, id: `${suggestion.id.slice(0, 76)}-${count}` };
  });
}

/** What is proposed is judged as it will be: only what parses and holds is. */
function holding(proposed: readonly Suggestion[], files: readonly SideFile[]): readonly Suggestion[] {
  if (proposed.length === 0) return [];
  const contracts = parseContracts(writeSuggestions(proposed), 'suggestions');
  const evaluations = files.flatMap((file) => evaluate(contracts, file).contracts);
  const broken = new Set(evaluations.filter(({ matches }) => matches.some(({ held }) => !held)).map(({ id }) => id));
  const spoken = new Set(evaluations.filter(({ subjects }) => subjects > 0).map(({ id }) => id));
  return proposed.filter(({ id }) => spoken.has(id) && !broken.has(id));
}
