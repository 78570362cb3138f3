import type { Node } from '../ast/node.ts';
import { callIn, findKind, isBlock, parts } from '../ast/nodes.ts';
import { rankOf } from './security-names.ts';
import { ALMOST, type Fact, groupBy, guardsIn, idOf, LEAST, type Parsed, type Suggestion } from './suggestion.ts';

/** Files whose exported functions a framework calls: route handlers and server actions of Next.js, Remix and SvelteKit. */
const ROUTES = /(?:^|\/)(?:route|\+server|actions?)\.[jt]sx?$/u;

/** A call that all exported handlers begin with. */
export function suggestForFirstCalls(files: readonly Parsed[]): readonly Suggestion[] {
  const handlers = files.filter(({ file }) => ROUTES.test(file)).flatMap(handlersIn);
  return groupBy(handlers, ({ folder }) => folder).flatMap(([folder, own]) => {
    if (own.length < LEAST) return [];
    return guardsIn(own).flatMap(([guard, held]) => {
      const rank = rankOf(guard);
      if (rank === undefined || held < LEAST || held < own.length * ALMOST) return [];
      return [
        {
          id: idOf(folder, guard.replace(/\(.*$/u, ''), 'first'),
          evidence: `${held} of ${own.length} handlers in \`${folder}/\` call \`${guard}\` first`,
          held,
          of: own.length,
          proposed: held === own.length,
          rank,
          contract: {
            why: `All handlers below ${folder} call ${guard.replace('$$$', '…')} before anything else.`,
            files: `${folder}/**/{route,+server,action,actions}.{js,jsx,ts,tsx}`,
            mustHave: { every: 'export async function $NAME($$$) { $$$ }', have: { begins: guard } },
          },
        },
      ];
    });
  });
}

function handlersIn({ file, root }: Parsed): readonly Fact[] {
  return findKind(root, 'export_statement').flatMap((node) => {
    const declaration = node.field('declaration');
    const isHandler = declaration?.kind() === 'function_declaration' && declaration.text().startsWith('async');
    if (declaration === null || !isHandler) return [];
    return [{ file, folder: topOf(file), guards: new Set(firstCalls(declaration)) }];
  });
}

/** The folder of all routes of one kind: `app/api`, and not the one of each. */
function topOf(file: string): string {
  const steps = file.split('/').slice(0, -1);
  const app = steps.findIndex((step) => step === 'app' || step === 'routes' || step === 'actions');
  const size = app === -1 ? 1 : steps[app + 1] === 'api' ? app + 2 : app + 1;
  return steps.slice(0, size).join('/');
}

function firstCalls(handler: Node): readonly string[] {
  const body = handler.field('body');
  const names: string[] = [];
  for (const statement of body !== null && isBlock(body) ? parts(body).slice(0, 6) : []) {
    const value = statement.kind().endsWith('declaration')
      ? (parts(statement)[0] ?? statement)
      : (parts(statement)[0] ?? statement);
    const callee = callIn(value)?.field('function')?.text();
    if (callee !== undefined && /^[\w$.]+$/u.test(callee)) names.push(`${callee}($$$)`);
    if (!/declaration$|^if_statement$/u.test(statement.kind())) break;
  }
  return names;
}
