import type { CallExpr, Expr } from '../code/code.ts';
import { lookUp, type Scope } from './work.ts';

const MOST_LEVELS = 10;

/**
 * What a callee is called by the tables: a dotted name through imports and aliases, with `()` for a call in it. Two names where what it
 * is a method of has both a name and a maker: `session.get` and `requests.Session().get`.
 */
export function dottedNames(expr: Expr, scope: Scope): readonly string[] {
  const written = short(dotted(expr, scope, false, 0));
  const made = short(dotted(expr, scope, true, 0));
  return written === made ? [written] : [written, made];
}

/** Nobody writes longer ones, and the patterns of the tables look at them from every side. */
const MOST_LETTERS = 200;

function short(name: string): string {
  return name.length > MOST_LETTERS ? `?${name.slice(-MOST_LETTERS)}` : name;
}

/** `?` for what has no name. */
function dotted(expr: Expr, scope: Scope, byMaker: boolean, level: number): string {
  if (level > MOST_LEVELS) return '?';
  switch (expr.e) {
    case 'name': {
      const value = lookUp(scope, expr.name);
      return value?.alias ?? (byMaker && level > 0 ? value?.made : undefined) ?? expr.name;
    }
    case 'member':
      return `${dotted(expr.object, scope, byMaker, level + 1)}.${expr.name}`;
    case 'call':
      return (
        loadedBy(expr) ??
        gotten(expr, (object) => dotted(object, scope, byMaker, level + 1)) ??
        `${dotted(expr.callee, scope, byMaker, level + 1)}()`
      );
    case 'index':
      return dotted(expr.object, scope, byMaker, level + 1);
    default:
      return '?';
  }
}

/** `require("child_process").exec`. */
function loadedBy({ callee, args }: CallExpr): string | undefined {
  const first = args[0]?.value;
  if (callee.e !== 'name' || (callee.name !== 'require' && callee.name !== 'import') || first?.e !== 'const')
    return undefined;
  return first.text?.replace(/^node:/u, '');
}

/** `getattr(os, "system")` is `os.system`. */
function gotten({ callee, args }: CallExpr, name: (expr: Expr) => string): string | undefined {
  const [object, key] = args.map(({ value }) => value);
  if (callee.e !== 'name' || callee.name !== 'getattr' || object === undefined || key?.e !== 'const') return undefined;
  return `${name(object)}.${key.text ?? '?'}`;
}
