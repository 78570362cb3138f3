import type { Assertion } from '../floor/file-floor.ts';

const DENIED =
  /(?:^|\D)(?:40[013456789]|41\d|42[2369]|451)(?:\D|$)|forbidden|unauthori[sz]ed|denied|too_?many|bad_?request|not_?found|unprocessable|payload_?too/iu;
const ALLOWED = /^\D*20[0-6](?:\D|$)|(?:^|[._])(?:status)?(?:ok|created|no_?content|accepted)$/iu;
const ESCAPED = /&(?:lt|gt|quot|amp|#)|%2[ef5]|%3c|\\u003c|\[filtered\]|\[redacted\]|\*{3,}/iu;
/** Names of questions to which yes is the safe answer. */
const SAFE_YES =
  /block|reject|den(?:y|ied)|forbid|malicious|invalid|attack|suspicious|locked|expired|tamper|limited|danger|unsafe|revoked|banned|throttl|escaped|sanitized|encrypted|verified_?mfa|requires?|secure|httpOnly/iu;

/** Claims of the safe answer, each with its opposite, as matchers say them. */
const SAFE_TO_UNSAFE: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:rejects\.)?toThrow/u, /^(?:not\.(?:rejects\.)?toThrow|resolves|toBe|toEqual)/u],
  [/^rejects\./u, /^(?!rejects|toThrow|throws|fail)/u],
  [/^(?:throws|rejects|throwsAsync)$/u, /^(?:doesNotThrow|doesNotReject|notThrows|notThrowsAsync)$/u],
  [/^raises$/u, /^(?!raises|assertRaises|fail)/u],
  [
    /^not\.(?:toContain|toMatch|include|contain|match|toHaveProperty|toHaveBeenCalled)/u,
    /^(?:toContain|toMatch|include|contain|match|toHaveProperty|toHaveBeenCalled)/u,
  ],
  [
    /^(?:not in|assertNotIn|assertNotContains|NotContains|doesNotMatch|assertNotRegex|assert_not_called)$/u,
    /^(?:in|assertIn|assertContains|Contains|match|assertRegex|assert_called\w*)$/u,
  ],
  [/^(?:Error|ErrorIs|ErrorContains|ErrorAs)$/u, /^(?:NoError|Nil)$/u],
];

/** Whether head takes for right what base took for an attack that was refused. */
export function isReversed(base: Assertion, head: Assertion): boolean {
  if (head.strength === 0) return false;
  if (
    base.strength >= 6 &&
    DENIED.test(base.expected) &&
    ALLOWED.test(head.expected) &&
    !DENIED.test(head.expected) &&
    !/^not\b/u.test(head.matcher)
  )
    return true;
  if (base.subject !== head.subject) return false;
  if (ESCAPED.test(base.expected) && head.expected !== '' && !ESCAPED.test(head.expected)) return true;
  if (SAFE_TO_UNSAFE.some(([safe, unsafe]) => safe.test(base.matcher) && unsafe.test(head.matcher))) return true;
  const before = answerOf(base);
  const after = answerOf(head);
  return before !== undefined && after !== undefined && before !== after && before === SAFE_YES.test(base.subject);
}

/** Yes or no, where that is what an assertion asks for. */
function answerOf({ matcher, expected }: Assertion): boolean | undefined {
  if (
    /^(?:truth|toBeTruthy|True|assertTrue|ok|isTrue|true|truthy)$/u.test(matcher) &&
    !/^(?:false|False)$/u.test(expected)
  )
    return true;
  if (/^(?:not|not truth|toBeFalsy|False|assertFalse|notOk|isFalse|false|falsy)$/u.test(matcher)) return false;
  if (
    !/^(?:toBe|toEqual|toStrictEqual|equal|strictEqual|eql?|deep\.equal|assertEqual|assertIs|Equal|is|be\.\w+)$/u.test(
      matcher,
    )
  )
    return undefined;
  return expected === 'true' || expected === 'True'
    ? true
    : expected === 'false' || expected === 'False'
      ? false
      : undefined;
}
