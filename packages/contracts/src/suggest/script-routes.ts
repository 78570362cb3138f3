import type { Node } from '../ast/node.ts';
import { argumentsOf, findKind, isFunction, parts, start } from '../ast/nodes.ts';
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

const METHODS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'del',
  'all',
  'options',
  'head',
]);
/** How routers are called, in the engine's syntax and in ours. */
const ROUTER = '\\w*[rR]outer|\\w*[rR]outes?|app|api|server|fastify|\\w+App';
const NAMED_ROUTER = new RegExp(`^(?:${ROUTER})$`, 'u');
/** What makes one, whatever it is called then. */
const MAKES_ROUTER = /^(?:new\s+)?(?:[\w$]+\.)?(?:Router|express|[fF]astify|Hono|Koa|KoaRouter)\s*(?:<[^>]*>)?\(/u;

interface Route extends Fact {
  readonly router: string;
  readonly path: string;
  readonly changes: boolean;
}

/** Middleware that every route of a folder, a file or a path has. */
export function suggestForRoutes(files: readonly Parsed[]): readonly Suggestion[] {
  const routes = files.flatMap((parsed) => (parsed.language === 'python' ? [] : routesIn(parsed)));
  const byFolder = groupBy(routes, ({ folder }) => folder).flatMap(([folder, own]) => ofGroup(own, { folder }));
  const told = new Set(byFolder.flatMap(({ proposed, contract }) => (proposed ? [String(contract['files'])] : [])));
  const rest = routes.filter(({ folder }) => ![...told].some((glob) => glob.startsWith(`${folder}/*`)));
  const byPath = groupBy(rest, ({ folder, path }) => `${folder} ${firstStep(path)}`).flatMap(([, own]) => {
    const [first] = own;
    const step = firstStep(first?.path ?? '');
    return first === undefined || step === '/' ? [] : ofGroup(own, { folder: first.folder, path: step });
  });
  const byFile = groupBy(rest, ({ file }) => file).flatMap(([file, own]) =>
    ofGroup(own, { folder: own[0]?.folder ?? '', file }),
  );
  return [...byFolder, ...byPath.filter(({ proposed }) => proposed), ...byFile.filter(({ proposed }) => proposed)];
}

function firstStep(path: string): string {
  return /^\/[\w-]*/u.exec(path)?.[0] ?? '/';
}

interface Group {
  readonly folder: string;
  readonly file?: string;
  readonly path?: string;
}

function ofGroup(routes: readonly Route[], group: Group): readonly Suggestion[] {
  const all = ofRoutes(routes, group, false);
  if (all.some(({ proposed }) => proposed)) return all;
  const changing = ofRoutes(
    routes.filter(({ changes }) => changes),
    group,
    true,
  );
  return [...all, ...changing.filter(({ proposed }) => proposed)];
}

function ofRoutes(routes: readonly Route[], { folder, file, path }: Group, changing: boolean): readonly Suggestion[] {
  if (routes.length < LEAST) return [];
  return guardsIn(routes).flatMap(([guard, held]) => {
    const rank = rankOf(guard);
    const of = routes.length;
    if (rank === undefined || held < LEAST || held < of * ALMOST) return [];
    const place = file ?? (folder === '' ? 'the top folder' : `${folder}/`);
    const which = `${changing ? 'changing ' : ''}routes${path === undefined ? '' : ` under ${path}`}`;
    return [
      {
        id: idOf(place, path ?? '', changing ? 'changes' : '', guard.replace(/\(.*$/u, '')),
        evidence: `${held} of ${of} ${which} in \`${place}\` have \`${guard}\``,
        held,
        of,
        proposed: held === of,
        rank,
        contract: contractOf(routes, { guard, folder, path, file, changing, which, place }),
      },
    ];
  });
}

interface Parts extends Omit<Group, 'path' | 'file'> {
  readonly guard: string;
  readonly path: string | undefined;
  readonly file: string | undefined;
  readonly changing: boolean;
  readonly which: string;
  readonly place: string;
}

function contractOf(
  routes: readonly Route[],
  { guard, folder, path, file, changing, which, place }: Parts,
): Suggestion['contract'] {
  const glob =
    file ??
    globOf(
      folder,
      routes.map((route) => route.file),
    );
  const methods = changing ? ['post', 'put', 'patch', 'delete', 'del'] : [...METHODS];
  return {
    why: `All ${which} in ${place} go through ${guard.replace('$$$', '…')}.`,
    files: glob,
    mustHave: {
      every: '$ROUTER.$METHOD($PATH, $$$HANDLERS)',
      where: {
        ROUTER: { regex: routerPattern(routes) },
        METHOD: { oneOf: methods },
        PATH: { regex: path === undefined ? '^[/:*]' : `^${path}(/|$)` },
      },
      have: { middleware: guard, orBefore: [`$ROUTER.use(${guard})`, `$ROUTER.use($$$, ${guard})`] },
    },
  };
}

/** All that is called like a router, and those of these routes that are not. */
function routerPattern(routes: readonly Route[]): string {
  const others = routes.map(({ router }) => router).filter((name) => !NAMED_ROUTER.test(name));
  return `^(${[ROUTER, ...[...new Set(others)].sort()].join('|')})$`;
}

function routersMadeIn(root: Node): ReadonlySet<string> {
  const made = findKind(root, 'variable_declarator').filter((one) =>
    MAKES_ROUTER.test(one.field('value')?.text() ?? ''),
  );
  return new Set(made.map((one) => one.field('name')?.text() ?? '').filter((name) => /^\w+$/u.test(name)));
}

function routesIn({ file, folder, root }: Parsed): readonly Route[] {
  const calls = findKind(root, 'call_expression').map(readCall);
  const made = routersMadeIn(root);
  const isRouter = (name: string): boolean => NAMED_ROUTER.test(name) || made.has(name);
  const uses = calls.filter(({ method }) => method === 'use');
  return calls.flatMap(({ node, router, method, given }) => {
    const path = literal(given[0]);
    if (path === undefined || given.length < 2 || !METHODS.has(method) || !isRouter(router)) return [];
    if (!/^[/:*]/u.test(path)) return [];
    const own = given.slice(1).flatMap((argument, place) => guardNames(argument, place === given.length - 2));
    const before = uses
      .filter((use) => use.router === router && start(use.node) < start(node) && isPathOf(literal(use.given[0]), path))
      .flatMap((use) => use.given.flatMap((argument) => guardNames(argument, false)));
    return [
      {
        file,
        folder,
        router,
        path,
        changes: /^(?:post|put|patch|del)/u.test(method),
        guards: new Set([...own, ...before]),
      },
    ];
  });
}

/** Middleware of a router for another path says nothing; the contract cannot tell them apart, so neither counts. */
function isPathOf(mounted: string | undefined, path: string): boolean {
  return mounted === undefined || path.startsWith(mounted);
}

interface Called {
  readonly node: Node;
  readonly router: string;
  readonly method: string;
  readonly given: readonly Node[];
}

function readCall(node: Node): Called {
  const callee = node.field('function');
  const router = callee?.field('object')?.text() ?? '';
  return { node, router, method: callee?.field('property')?.text() ?? '', given: argumentsOf(node) };
}

function literal(node: Node | undefined): string | undefined {
  return /^['"`]([^$]*)['"`]$/u.exec(node?.text() ?? '')?.[1];
}

/** What an argument is called, as a pattern; the last one is the handler. */
export function guardNames(argument: Node, isLast: boolean): readonly string[] {
  if (isFunction(argument)) return [];
  switch (argument.kind()) {
    case 'identifier':
    case 'member_expression':
      return isLast || argument.text().length > 80 ? [] : [argument.text()];
    case 'call_expression': {
      const callee = argument.field('function');
      const isName = callee !== null && ['identifier', 'member_expression'].includes(callee.kind());
      return isLast || !isName || callee.text().includes('(') ? [] : [`${callee.text()}($$$)`];
    }
    case 'array':
      return parts(argument).flatMap((one, place, all) => guardNames(one, isLast && place === all.length - 1));
    case 'object':
      return parts(argument).flatMap((entry) => {
        const isHook = /^(?:preHandler|onRequest|preValidation|middlewares?|pre)$/u.test(
          entry.field('key')?.text() ?? '',
        );
        const value = entry.field('value');
        return isHook && value !== null ? guardNames(value, false) : [];
      });
    default:
      return [];
  }
}
