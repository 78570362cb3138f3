import type { Node } from '../ast/node.ts';
import { decorationOf, enclosingClass, findKind } from '../ast/nodes.ts';
import { rankOf } from './security-names.ts';
import {
  ALMOST,
  type Fact,
  globOf,
  groupBy,
  guardsIn,
  idOf,
  LEAST,
  type Parsed,
  type Suggestion,
} from './suggestion.ts';

interface Handler extends Fact {
  readonly changes: boolean;
}

interface Kind {
  readonly name: string;
  readonly language: 'python' | 'script';
  readonly all: readonly string[];
  readonly changing: readonly string[];
  /** A decorator that makes a function a handler, and one that makes it a handler of what changes something. */
  readonly is: RegExp;
  readonly isChanging: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    name: 'handlers',
    language: 'python',
    all: ['route', 'get', 'post', 'put', 'patch', 'delete'].map((method) => `@$APP.${method}($$$)`),
    changing: ['post', 'put', 'patch', 'delete'].map((method) => `@$APP.${method}($$$)`),
    is: /^@\w+\.(?:route|get|post|put|patch|delete)\(/u,
    isChanging: /^@\w+\.(?:post|put|patch|delete)\(/u,
  },
  {
    name: 'handlers',
    language: 'script',
    all: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Query', 'Mutation'].map((method) => `@${method}($$$)`),
    changing: ['Post', 'Put', 'Patch', 'Delete', 'Mutation'].map((method) => `@${method}($$$)`),
    is: /^@(?:Get|Post|Put|Patch|Delete|Query|Mutation)\(/u,
    isChanging: /^@(?:Post|Put|Patch|Delete|Mutation)\(/u,
  },
];

/** Decorators and dependencies that all handlers of a folder have. */
export function suggestForHandlers(files: readonly Parsed[]): readonly Suggestion[] {
  return KINDS.flatMap((kind) => {
    const own = files.filter(({ language }) => (language === 'python') === (kind.language === 'python'));
    const handlers = own.flatMap((parsed) => handlersIn(parsed, kind));
    return groupBy(handlers, ({ folder }) => folder).flatMap(([folder, group]) => {
      const all = ofGroup(group, folder, kind, false);
      if (all.some(({ proposed }) => proposed)) return all;
      const changing = group.filter(({ changes }) => changes);
      return [...all, ...ofGroup(changing, folder, kind, true).filter(({ proposed }) => proposed)];
    });
  });
}

function ofGroup(handlers: readonly Handler[], folder: string, kind: Kind, changing: boolean): readonly Suggestion[] {
  if (handlers.length < LEAST) return [];
  return guardsIn(handlers).flatMap(([guard, held]) => {
    const rank = rankOf(guard.replace(/^Depends\(|^Security\(/u, ''));
    const of = handlers.length;
    if (rank === undefined || held < LEAST || held < of * ALMOST) return [];
    const place = folder === '' ? 'the top folder' : `${folder}/`;
    const which = changing ? `handlers that change something` : kind.name;
    return [
      {
        id: idOf(place, changing ? 'changes' : '', guard.replace(/\(\$\$\$\)$/u, '')),
        evidence: `${held} of ${of} ${which} in \`${place}\` have \`${guard}\``,
        held,
        of,
        proposed: held === of,
        rank,
        contract: {
          why: `All ${which} in ${place} have ${guard.replace('$$$', '…')}.`,
          files: globOf(
            folder,
            handlers.map(({ file }) => file),
          ),
          mustHave: { every: changing ? kind.changing : kind.all, have: haveOf(guard, kind) },
        },
      },
    ];
  });
}

function haveOf(guard: string, { language }: Kind): object {
  if (!guard.startsWith('@')) return { contains: guard, argument: guard };
  return language === 'python' ? { decorator: guard } : { decorator: guard, classDecorator: guard };
}

function handlersIn({ file, folder, root, language }: Parsed, { is, isChanging }: Kind): readonly Handler[] {
  return findKind(root, 'decorator').flatMap((node) => {
    const text = node.text();
    if (!is.test(text)) return [];
    const decoration = decorationOf(node);
    if (decoration === undefined) return [];
    const around = language === 'python' ? undefined : enclosingClass(node);
    const below = decoration.decorators.filter((one) => language !== 'python' || isAfter(one, node));
    const outer = around === undefined ? [] : (decorationOf(around)?.decorators ?? []);
    const decorators = [...below, ...outer].map(patternOf);
    const given = [decoration.target, node].flatMap(dependenciesIn);
    return [{ file, folder, changes: isChanging.test(text), guards: new Set([...decorators, ...given]) }];
  });
}

function isAfter(one: Node, other: Node): boolean {
  return one.range().start.index > other.range().start.index;
}

/** `@login_required` stands as it is; arguments may differ. */
function patternOf(decorator: Node): string {
  return decorator.text().replace(/\([^]*$/u, '($$$$$$)');
}

/** What FastAPI provides. */
function dependenciesIn(node: Node): readonly string[] {
  const scope = node.field('parameters') ?? node;
  return [...scope.text().matchAll(/\b(?:Depends|Security)\([\w.]+\)/gu)].map(([text]) => text);
}
