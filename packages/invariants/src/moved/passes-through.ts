import { callParts, type SyntaxNode } from '@pawl/syntax';
import { type Change, type Side, sidesOf, withoutTests } from '../change.ts';
import { type Scope, scopeOf, wasThere } from '../counterpart.ts';
import { words } from '../plain-code.ts';
import { spend } from '../work.ts';
import { isRegistered, REGISTERS } from './is-registered.ts';
import { blockAround } from './stands-before.ts';
import { wordsAround } from './words-around.ts';

/** A function before and after the change, and another one of head. */
export interface Way {
  readonly was: Scope;
  readonly where: Scope;
  readonly into: Scope;
}

/**
 * Whether who runs a function plausibly runs another one too: one of them names the other, as a call, a decorator or a base class; a
 * third calls the one before it names the other; or the other is registered for all. Only names are read: to follow calls would
 * need all of the project, and a change has its own files.
 */
export function passesThrough({ was, where, into }: Way, change: Change): boolean {
  spend(change, WORK);
  const gainer = namedAround(into);
  if (isModule(gainer)) return gainer.side.pair === where.side.pair || isRegistered(into.node);
  const [names, lost] = [namesOf(gainer), namesOf(where)];
  if (isConstructor(names, lost) || isRegistered(gainer.node)) return true;
  const own = lost.at(-1);
  const strange = names.filter((name) => !lost.includes(name));
  // A copy says what the original says, its name included: only what is named once more than before leads from one to the other.
  const least = wasThere(gainer.symbol, was, change) ? undefined : was;
  const asked = strange.length > 0 ? strange : names.slice(-1);
  if (asked.some((name) => saysMore(where, least, name))) return true;
  if (own !== undefined && saysMore(gainer, own === names.at(-1) ? was : least, own)) return true;
  if (strange.length === 0) return false;
  return sidesOf(withoutTests(change), 'head').some((side) => joins(side, strange, own));
}

/** To ask it costs as much as to look for something in so many characters. */
const WORK = 20_000;

/** An anonymous function is what is around it. */
function namedAround(scope: Scope): Scope {
  let outer = scope;
  while (!outer.named && !isModule(outer)) outer = scopeOf(outer.side, outer.node);
  return outer;
}

function isModule({ side, node }: Scope): boolean {
  return node.id === side.tree.root.id;
}

function namesOf({ symbol }: Scope): readonly string[] {
  return symbol.split('.').filter((name) => name !== '');
}

/** Whether a function says a name more often than another one, or at all where there is no other; to define itself does not count. */
function saysMore(here: Scope, there: Scope | undefined, name: string): boolean {
  return timesSaid(here, name) > (there ? timesSaid(there, name) : 0);
}

function timesSaid(scope: Scope, name: string): number {
  const isOwn = namesOf(scope).at(-1) === name && words(scope.node.text).slice(0, 4).includes(name);
  return wordsAround(scope).filter((word) => word === name).length - (isOwn ? 1 : 0);
}

const CONSTRUCTOR = /^(?:constructor|__init__|__new__|__post_init__|initialize|init|__construct)$/u;

/** Nobody calls a method of what could not be made. */
function isConstructor(names: readonly string[], lost: readonly string[]): boolean {
  return CONSTRUCTOR.test(names.at(-1) ?? '') && names.length > 1 && names.at(-2) === lost.at(-2);
}

/** Settings name what they register by its path: `'app.middleware.OnlyStaff'`. */
const PATH = /["']\w+(?:\.\w+){1,8}\.(\w+)["']/gu;

/** What a file registers by its path, and its calls by the words of their names and of their arguments. */
interface Said {
  readonly paths: ReadonlySet<string>;
  readonly calls: ReadonlyMap<
    string,
    readonly { readonly node: SyntaxNode; readonly callee: string; readonly list: string }[]
  >;
}

const known = new WeakMap<Side, Said>();

/**
 * Whether a file registers one of some names for all, hands it on together with what is called `own`, or calls it before it names that
 * in the same block.
 */
function joins(side: Side, names: readonly string[], own: string | undefined): boolean {
  const said = known.get(side) ?? saidIn(side);
  known.set(side, said);
  return names.some((name) => {
    if (said.paths.has(name)) return true;
    return said.calls.get(name)?.some(({ node, callee, list }) => {
      const isHandedOn = words(list).includes(name);
      if (isHandedOn && REGISTERS.test(callee)) return true;
      if (own === undefined) return false;
      const reached = isHandedOn ? node.text : side.source.text.slice(node.startOffset, blockAround(node).endOffset);
      return words(reached).includes(own);
    });
  });
}

function saidIn({ source, tree }: Side): Said {
  const calls = new Map<string, { node: SyntaxNode; callee: string; list: string }[]>();
  for (const node of tree.root.find(tree.profile.calls.map(({ kind }) => kind))) {
    const parts = callParts(node);
    // A call that holds a part of the program hands on no name.
    if (parts === undefined || node.endOffset - node.startOffset > LONGEST_CALL) continue;
    const call = { node, callee: parts.callee, list: parts.list.text };
    for (const word of new Set(words(node.text))) {
      const others = calls.get(word);
      if (others) others.push(call);
      else calls.set(word, [call]);
    }
  }
  return { calls, paths: new Set([...source.text.matchAll(PATH)].flatMap(([, name]) => name ?? [])) };
}

const LONGEST_CALL = 3_000;
