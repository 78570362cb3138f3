import { callParts, codeChildren, type SyntaxNode } from '@pawl/syntax';
import type { Imports, Mock } from '../file-floor.ts';

const MODULE =
  /^(?:(?:vi|jest)\.(?:mock|doMock|setMock|unstable_mockModule)|mock\.module|t\.mock\.module|td\.replace(?:Esm)?|mockery\.registerMock|esmock|proxyquire)$/u;
const STUB = /^(?:(?:\w*[sS]andbox|sinon)\.(?:stub|replace)|(?:t\.)?mock\.(?:method|getter)|(?:td)\.replace)$/u;
const SPY = /^(?:vi|jest)\.spyOn$/u;
const ANSWERS = /^\.(?:mock(?:Implementation|Return|Resolved|Rejected)\w*|and\.(?:return|call))/u;
const FAKE = /^(?:(?:vi|jest|sinon|mock)\.(?:fn|stub|fake)|(?:async\s*)?(?:\(|\w+\s*=>)|function\b)/u;

/** What one call replaces. */
export function mockedBy(call: SyntaxNode): readonly Mock[] {
  const parts = callParts(call);
  if (parts === undefined || parts.list.kind !== 'arguments' || parts.callee.length > 60) return [];
  const [first, second] = codeChildren(parts.list);
  if (first === undefined) return [];
  if (MODULE.test(parts.callee) && /^(?:string|template_string|call_expression)$/u.test(first.kind)) {
    const target = /["'`]([^"'`]+)["'`]/u.exec(first.text)?.[1];
    return target === undefined ? [] : moduleMocks(target, second?.text ?? '');
  }
  const isStub =
    STUB.test(parts.callee) ||
    (SPY.test(parts.callee) && ANSWERS.test(call.tree.text.slice(call.endOffset, call.endOffset + 60)));
  if (!isStub || second === undefined) return [];
  return [{ target: `${first.text}.${second.text.replace(/["'`]/gu, '')}`, partial: false }];
}

const ACTUAL = /importActual|requireActual|importOriginal|callThru/u;

/** A whole module; or what stands beside the rest of it, each by its name. */
function moduleMocks(target: string, factory: string): readonly Mock[] {
  if (!ACTUAL.test(factory)) return [{ target, partial: false }];
  const names = [...factory.matchAll(/[,{]\s*([\p{L}_$][\w$]*)\s*(?=[:(])/gu)].map(([, name = '']) => name);
  const own = names.filter((name) => !/^(?:default|__esModule|await)$/u.test(name));
  return [{ target, partial: true }, ...own.map((name) => ({ target: `${target}#${name}`, partial: false }))];
}

/** `auth.verify = jest.fn()` and `auth.verify = () => true`. */
export function replacedBy(assignment: SyntaxNode): Mock | undefined {
  const left = assignment.field('left');
  const right = assignment.field('right')?.text ?? '';
  if (left?.kind !== 'member_expression' || !/^[\w$.]{3,60}$/u.test(left.text) || !FAKE.test(right)) return undefined;
  return /^(?:module\.|exports\.|this\.|global|process\.)/u.test(left.text)
    ? undefined
    : { target: left.text, partial: false };
}

/** The names that a file imports, with the module of each. */
export function importsOf(text: string): Imports {
  const found: [string, string][] = [];
  for (const [, names = '', from = ''] of text.matchAll(
    /\bimport\s+(?!type\b)([\w$*{}\s,]{1,2000}?)\s+from\s*["']([^"'\n]+)["']/gu,
  ))
    for (const name of localNames(names)) found.push([name, from]);
  const required =
    /\b(?:const|let|var)\s+([\w$]+|\{[^}]{1,2000}\})\s*=\s*(?:await\s+)?(?:require|import)\(\s*["']([^"'\n]+)["']\s*\)/gu;
  for (const [, names = '', from = ''] of text.matchAll(required))
    for (const name of localNames(names.replaceAll(':', ' as '))) found.push([name, from]);
  return Object.fromEntries(found);
}

function localNames(names: string): readonly string[] {
  const parts = names.replace(/[{}]/gu, ',').split(',');
  return parts
    .map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/u)
          .at(-1)
          ?.trim() ?? '',
    )
    .filter((name) => /^[\w$]+$/u.test(name));
}
