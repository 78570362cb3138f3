import type { Node } from '../ast/node.ts';
import { isDead } from '../ast/flow-of-control.ts';
import { findAll } from '../ast/pattern.ts';
import type { Have, MustHavePromise, Pattern } from '../contract.ts';
import type { ContractEvaluation } from '../file-evaluation.ts';
import type { Subject } from './evaluate.ts';
import { CHECKS, type HaveKey } from './have.ts';
import { hasOption } from './arguments.ts';
import { capturesOf, type Judgement, matchOf } from './match-of.ts';

/** Every match has one of what it must have. */
export function evaluateMustHave(promise: MustHavePromise, subject: Subject): Omit<ContractEvaluation, 'id'> {
  const { every, where, have } = promise;
  const nodes = findAll(subject.root, every, where, subject.language).filter((node) => !isDead(node, subject.root));
  const matches = nodes.map((node) => {
    const captures = capturesOf(node, every);
    return matchOf(node, judge(node, have, captures, subject), captures);
  });
  return { subjects: matches.length, matches };
}

function judge(node: Node, have: Have, captures: ReadonlyMap<string, string>, subject: Subject): Judgement {
  const missing: string[] = [];
  for (const [key, wanted] of Object.entries(have) as readonly (readonly [HaveKey | 'option', readonly Pattern[]])[]) {
    const names = wanted.map((pattern) => (typeof pattern === 'string' ? pattern : 'what the contract asks for'));
    const held =
      key === 'option'
        ? hasOption(node, wanted as readonly string[])
        : CHECKS[key](node, { patterns: wanted, captures, subject });
    if (held) return { held: true, why: `has ${WORDS[key](names.join(' or '))}` };
    missing.push(WORDS[key](names.join(' or ')));
  }
  return { held: false, why: `has no ${missing.join(', and no ')}` };
}

const WORDS: Readonly<Record<HaveKey | 'option', (name: string) => string>> = {
  decorator: (name) => `decorator \`${name}\` that takes effect`,
  classDecorator: (name) => `\`${name}\` on its class`,
  argument: (name) => `\`${name}\` among its arguments`,
  middleware: (name) => `\`${name}\` before its handler`,
  option: (name) => `option \`${name}\``,
  inside: (name) => `\`${name}\` around it`,
  contains: (name) => `\`${name}\` in it`,
  begins: (name) => `\`${name}\` at its beginning`,
  precededBy: (name) => `\`${name}\` on the way to it`,
  orBefore: (name) => `\`${name}\` before it in the file`,
};
