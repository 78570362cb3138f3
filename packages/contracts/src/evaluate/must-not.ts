import { findAll } from '../ast/pattern.ts';
import type { MustNotPromise } from '../contract.ts';
import type { ContractEvaluation } from '../file-evaluation.ts';
import type { Subject } from './evaluate.ts';
import { forbiddenName, importsIn } from './imports.ts';
import { capturesOf, matchOf } from './match-of.ts';

/** What these files never have. The file itself is what the contract speaks of: not to find anything is the normal case. */
export function evaluateMustNot(promise: MustNotPromise, subject: Subject): Omit<ContractEvaluation, 'id'> {
  const { patterns, where, imports } = promise;
  const found = findAll(subject.root, patterns, where, subject.language).map((node) =>
    matchOf(node, { held: false, why: 'stands where it must not' }, capturesOf(node, patterns)),
  );
  const isLayer = imports.files.length + imports.modules.length > 0;
  const imported = (isLayer ? importsIn(subject) : []).flatMap((one) => {
    const name = forbiddenName(one, imports, subject);
    if (name === undefined) return [];
    return [matchOf(one.node, { held: false, why: `imports \`${name}\`` }, new Map([['', name]]))];
  });
  return { subjects: 1, matches: [...found, ...imported] };
}
