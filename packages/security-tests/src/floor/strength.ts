import type { Assertion, Vacuity } from './file-floor.ts';
import { STRENGTH } from './file-floor.ts';
import { shortCode } from './text.ts';

const LITERAL =
  /^(?:!?!?(?:true|false|True|False|None|null|undefined|nil)|-?\d[\d_.]*|(["'])[^"'\n]*\1|`[^`$]*`|\[\]|\{\})$/u;

/** Whether code says the same whatever happened before: a literal, or something that a constant decides. */
export function isConstant(code: string): boolean {
  const text = code.trim();
  return (
    LITERAL.test(text) ||
    /(?:\|\||\bor)\s*(?:true|True|1)\s*\)*$/u.test(text) ||
    /^\(?\s*(?:true|True|1)\s*(?:\|\||or\b)/u.test(text)
  );
}

/** An assertion with the strength it has where it stands. */
export function assertionOf(
  parts: { readonly subject: string; readonly matcher: string; readonly expected?: string; readonly strength: number },
  vacuity?: Vacuity,
): Assertion {
  const subject = shortCode(parts.subject);
  const expected = shortCode(parts.expected ?? '');
  const same = subject !== '' && subject === expected && !/\(/u.test(subject);
  const why = vacuity ?? (same || isConstantClaim(parts.subject, expected) ? 'constant' : undefined);
  return {
    subject,
    matcher: parts.matcher,
    expected,
    strength: why === undefined ? parts.strength : STRENGTH.vacuous,
    ...(why === undefined ? {} : { vacuity: why }),
  };
}

function isConstantClaim(subject: string, expected: string): boolean {
  return isConstant(subject) && (expected === '' || isConstant(expected));
}

/** What is left of an assertion behind a condition, or in a block whose errors nobody sees. */
export function weakenedBy(
  assertion: Assertion,
  way: { readonly conditional: boolean; readonly swallowed: boolean },
): Assertion {
  if (way.swallowed) return { ...assertion, strength: STRENGTH.vacuous, vacuity: assertion.vacuity ?? 'swallowed' };
  return way.conditional ? { ...assertion, conditional: true } : assertion;
}
