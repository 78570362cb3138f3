import { decorationOf, findKind } from '../ast/nodes.ts';
import { rankOf } from './security-names.ts';
import { type Fact, groupBy, guardsIn, idOf, LEAST, type Parsed, type Suggestion } from './suggestion.ts';

/** A function by one of its decorators; its guards are the decorators below that one, where they take effect. */
interface Decorated extends Fact {
  readonly decorator: string;
}

/** Routes are looked at as such, and these say nothing of who calls. */
const LEFT_OUT =
  /^@(?:\w+\.(?:route|get|post|put|patch|delete|head|websocket)\b|staticmethod$|classmethod$|property$|wraps\b)/u;

/** Of guards only those that ask who somebody is and what they may. */
const MOST_RANK = 1;

/** "14 of 14 functions with `@require_POST` in views.py have `@login_required`". */
export function suggestForDecorators(files: readonly Parsed[]): readonly Suggestion[] {
  const decorated = files.filter(({ language }) => language === 'python').flatMap(decoratedIn);
  return groupBy(decorated, ({ file, decorator }) => `${file} ${decorator}`).flatMap(([, own]) => {
    const [first] = own;
    if (first === undefined || own.length < LEAST) return [];
    return guardsIn(own).flatMap(([guard, held]) => {
      const rank = rankOf(guard);
      return rank === undefined || rank > MOST_RANK || held < own.length ? [] : [ofPair(first, guard, held, rank)];
    });
  });
}

function ofPair({ file, decorator }: Decorated, guard: string, held: number, rank: number): Suggestion {
  const plain = (pattern: string): string => pattern.replace('$$$', '…');
  return {
    id: idOf(file, decorator.replace('($$$)', ''), guard.replace('($$$)', '')),
    evidence: `${held} of ${held} functions with \`${plain(decorator)}\` in \`${file}\` have \`${plain(guard)}\` below it`,
    held,
    of: held,
    proposed: true,
    rank,
    contract: {
      why: `All functions with ${plain(decorator)} in ${file} have ${plain(guard)}.`,
      files: file,
      mustHave: { every: decorator, have: { decorator: guard } },
    },
  };
}

function decoratedIn({ file, folder, root }: Parsed): readonly Decorated[] {
  return findKind(root, 'decorated_definition').flatMap((node) => {
    const patterns = (decorationOf(node)?.decorators ?? []).map((one) => one.text().replace(/\([^]*$/u, '($$$$$$)'));
    return [...new Set(patterns)].flatMap((decorator) => {
      if (LEFT_OUT.test(decorator) || (rankOf(decorator) ?? MOST_RANK + 1) <= MOST_RANK) return [];
      return [{ file, folder, decorator, guards: new Set(patterns.slice(patterns.lastIndexOf(decorator) + 1)) }];
    });
  });
}
