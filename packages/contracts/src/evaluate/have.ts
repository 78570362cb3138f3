import type { Node } from '../ast/node.ts';
import { blocksAround, isDead, isNegated, isUnconditional, leaves } from '../ast/flow-of-control.ts';
import {
  callIn,
  decorationOf,
  enclosingClass,
  functionOf,
  isBlock,
  isClass,
  isFunction,
  isWithin,
  parts,
  start,
} from '../ast/nodes.ts';
import { bind, findAll, matches, metavariables } from '../ast/pattern.ts';
import type { Have, Pattern } from '../contract.ts';
import { isInArguments, isMiddleware } from './arguments.ts';
import type { Subject } from './evaluate.ts';

export type HaveKey = Exclude<keyof Have, 'option'>;

interface Wanted {
  readonly patterns: readonly Pattern[];
  readonly captures: ReadonlyMap<string, string>;
  readonly subject: Subject;
}

type Check = (node: Node, wanted: Wanted) => boolean;

/** Whether a match has it, by how the contract wants it to be there. */
export const CHECKS: Readonly<Record<HaveKey, Check>> = {
  decorator: hasDecorator,
  classDecorator: (node, wanted) => {
    const around = isClass(node) ? node : enclosingClass(node);
    const decorators = around === undefined ? [] : (decorationOf(around)?.decorators ?? []);
    return decorators.some((decorator) => isWanted(decorator, wanted));
  },
  argument: (node, wanted) => {
    const call = callIn(node);
    return call !== undefined && found(call, wanted).some((one) => isInArguments(one, call));
  },
  middleware: (node, wanted) => {
    const call = callIn(node);
    return call !== undefined && found(call, wanted).some((one) => isMiddleware(one, call));
  },
  inside: (node, wanted) => node.ancestors().some((ancestor) => isWanted(ancestor, wanted)),
  contains: (node, wanted) => {
    const own = isClass(node) || node.kind() === 'class_definition' ? node : (functionOf(node) ?? node);
    return [own, node].some((scope) =>
      found(scope, wanted).some((one) => one.id() !== scope.id() && !isDead(one, wanted.subject.root)),
    );
  },
  begins,
  precededBy: (node, wanted) => isPreceded(node, wanted, 'function'),
  orBefore: (node, wanted) => isPreceded(node, wanted, 'file'),
};

function bound({ patterns, captures }: Wanted): readonly Pattern[] {
  return patterns.map((pattern) => bind(pattern, captures));
}

function found(scope: Node, wanted: Wanted): readonly Node[] {
  return findAll(scope, bound(wanted), {}, wanted.subject.language);
}

function isWanted(node: Node, wanted: Wanted): boolean {
  return matches(node, bound(wanted), wanted.subject.language);
}

/** Python applies decorators from below: what stands above the one that registers a handler guards nothing. */
function hasDecorator(node: Node, wanted: Wanted): boolean {
  const decoration = decorationOf(functionOf(node) ?? node) ?? decorationOf(node);
  const isOrdered = wanted.subject.language === 'python' && node.kind() === 'decorator';
  const candidates = decoration?.decorators ?? [];
  return candidates.some((one) => isWanted(one, wanted) && (!isOrdered || start(one) > start(node)));
}

/** An unconditional statement of the body, with nothing before it that has an effect or lets the function end well. */
function begins(node: Node, wanted: Wanted): boolean {
  const body = functionOf(node)?.field('body');
  if (body === null || body === undefined) return false;
  const statements = isBlock(body) ? parts(body) : [body];
  for (const statement of statements) {
    if (found(statement, wanted).some((one) => isEffective(one, statement, wanted.subject.root))) return true;
    if (!isPreparation(statement)) return false;
  }
  return false;
}

const PREPARES: ReadonlySet<string> = new Set([
  'lexical_declaration',
  'variable_declaration',
  'if_statement',
  'import_statement',
  'import_from_statement',
  'function_declaration',
  'function_definition',
  'pass_statement',
  'empty_statement',
]);
const TELLS = /^(?:await\s+)?(?:this\.|self\.)?(?:console|log|logger|logging|_?LOG(?:GER)?|span|tracer|metrics)\b/u;

/** Names, early answers, docstrings and logging may come before a guard. */
function isPreparation(statement: Node): boolean {
  if (PREPARES.has(statement.kind())) return true;
  if (statement.kind() === 'try_statement') return true;
  if (statement.kind() !== 'expression_statement') return false;
  const inner = parts(statement)[0];
  return inner === undefined || ['string', 'assignment'].includes(inner.kind()) || TELLS.test(inner.text());
}

const ASKS = /(?:^|\.)(?:is|has|can|should|matches|are)(?=[A-Z_])\w*$/u;

/** A question whose answer nobody looks at refuses nothing. */
function isUnheard(guard: Node): boolean {
  const parent = guard.parent();
  const outer = parent !== null && /^await/u.test(parent.kind()) ? parent.parent() : parent;
  return outer?.kind() === 'expression_statement' && ASKS.test(callIn(guard)?.field('function')?.text() ?? '');
}

/** Whether a guard in a statement holds for what follows: it runs, and where it is a condition, the code leaves when it fails. */
function isEffective(guard: Node, statement: Node, root: Node): boolean {
  if (isDead(guard, root) || isUnheard(guard)) return false;
  const branch = guard
    .ancestors()
    .find((one) => ['if_statement', 'elif_clause'].includes(one.kind()) && isWithin(one, statement));
  const condition = branch?.field('condition');
  if (branch !== undefined && condition !== null && condition !== undefined && isWithin(guard, condition))
    return leaves(branch.field('consequence')) || leaves(elseOf(branch));
  return isUnconditional(guard, statement) || isTried(guard, statement);
}

function elseOf(branch: Node): Node | null {
  const clause = branch.field('alternative');
  return clause === null ? null : (parts(clause).at(-1) ?? null);
}

/** `try { await authorize() … }`: what follows in the block runs behind it. */
function isTried(guard: Node, statement: Node): boolean {
  if (statement.kind() !== 'try_statement') return false;
  const body = statement.field('body');
  const inner = body === null ? undefined : parts(body).find((one) => isWithin(guard, one));
  return inner !== undefined && isUnconditional(guard, inner);
}

const guardsOf = new WeakMap<Node, Map<string, readonly Node[]>>();

/** The guards of a file, looked for once for each pattern, whose metavariables stand for the same code as those of the match. */
function guardsIn({ patterns, captures, subject }: Wanted): readonly Node[] {
  const kept = guardsOf.get(subject.root) ?? new Map<string, readonly Node[]>();
  guardsOf.set(subject.root, kept);
  const key = JSON.stringify(patterns);
  const guards = kept.get(key) ?? findAll(subject.root, patterns, {}, subject.language);
  kept.set(key, guards);
  const shared = [...new Set(patterns.flatMap(metavariables))].filter((name) => captures.has(name));
  return guards.filter((guard) =>
    shared.every((name) => (guard.getMatch(name)?.text() ?? captures.get(name)) === captures.get(name)),
  );
}

/** Every way to it passes a guard: in an earlier statement of a block around it, or in a condition around it. */
function isPreceded(node: Node, wanted: Wanted, reach: 'function' | 'file'): boolean {
  const guards = guardsIn(wanted).filter((guard) => start(guard) < start(node));
  if (guards.length === 0) return false;
  const blocks = new Map(blocksAround(node, reach).map(({ block, statement }) => [block, statement.id()]));
  const isBefore = guards.some((guard) => {
    const shared = blocksAround(guard, 'file').find(({ block }) => blocks.has(block));
    if (shared === undefined || blocks.get(shared.block) === shared.statement.id()) return false;
    return isEffective(guard, shared.statement, wanted.subject.root);
  });
  return isBefore || isInGuardedBranch(node, wanted);
}

/** `if (isSafe(url)) redirect(url)`, and in the other branch of `if (!isSafe(url))`. */
function isInGuardedBranch(node: Node, wanted: Wanted): boolean {
  let at = node;
  for (const parent of node.ancestors()) {
    if (isFunction(parent)) return false;
    const condition = ['if_statement', 'ternary_expression', 'elif_clause'].includes(parent.kind())
      ? parent.field('condition')
      : leftOfAnd(parent, at);
    if (condition !== null && !isWithin(at, condition)) {
      const isElse = parent.field('alternative')?.id() === at.id();
      if (found(condition, wanted).some((one) => isNegated(one, condition) === isElse)) return true;
    }
    at = parent;
  }
  return false;
}

function leftOfAnd(parent: Node, child: Node): Node | null {
  if (!['binary_expression', 'boolean_operator'].includes(parent.kind())) return null;
  const isAnd = /^(?:&&|and)$/u.test(parent.field('operator')?.text() ?? '');
  return isAnd && parent.field('right')?.id() === child.id() ? parent.field('left') : null;
}
