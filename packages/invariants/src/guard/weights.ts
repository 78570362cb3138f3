import type { Severity } from '@pawl/findings';
import type { GuardFact } from './guard-facts.ts';

/**
 * How much a lost guard weighs: how loudly it refused, and whether it asks about something that security rests on. Data,
 * so that it can be fitted.
 */
const BY_EXIT = {
  throw: ['medium', 'high'],
  return: ['medium', 'high'],
  skip: ['low', 'medium'],
  dispatch: ['info', 'low'],
} as const;

const SECURITY_WORDS =
  /auth|admin|permi|privile|owner|role|acl|csrf|xsrf|token|session|passw|secret|credential|sign|verif|valid|saniti|escape|safe|allow|deny|forbid|block|trust|origin|host|redirect|url|path|dir|traver|"\.\."|proto|constructor|limit|max|size|length|quota|expire|nonce|digest|hmac|cert|tls|ssl|secur|user|root|inside|startswith|endswith/iu;

export function weightOf({ exit, condition, node }: GuardFact): Severity {
  const [plain, security] = BY_EXIT[exit ?? 'dispatch'];
  return SECURITY_WORDS.test(condition.text) || SECURITY_WORDS.test(node.text.slice(0, 400)) ? security : plain;
}
