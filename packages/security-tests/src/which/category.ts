import type { FileFloor, TestFloor } from '../floor/file-floor.ts';

/** What a security suite has to cover. */
export const CATEGORIES = ['injection', 'boundary conditions', 'authentication paths'] as const;

/** One of {@link CATEGORIES}. */
export type Category = (typeof CATEGORIES)[number];

const WORDS: Readonly<Record<Category, RegExp>> = {
  injection:
    /\b(?:\w*inject\w*|sqli?|xss|ssrf|xxe|csti|ssti|crlf|escap\w*|unescap\w*|saniti\w+|travers\w*|shell|exec|script\w*|html|markup|deseriali\w+|pickle|proto\w*|pollut\w*|redirect\w*|payload\w*|template|malicious|untrusted|quot(?:e|ed|ing)|dotdot)\b|\.\.[/\\]|<script|drop table|or 1=1/iu,
  'boundary conditions':
    /\b(?:limit\w*|bound\w*|max\w*|min(?:imum)?|overflow\w*|underflow\w*|empty|length|long|size\w*|large|huge|big|deep\w*|depth|range|negative|zero|oversi\w+|truncat\w*|quota|exceed\w*|many|throttl\w*|rate|timeout|edge|malformed|invalid|redos|backtrack\w*|duplicate\w*|missing|nan|infinity)\b/iu,
  'authentication paths':
    /\b(?:\w*auth\w*|log ?(?:in|out)|sign ?(?:in|out|up)|passwords?|tokens?|jwt|sessions?|cookies?|csrf|xsrf|permissions?|forbid\w*|unauth\w*|roles?|admins?|access|sso|saml|oidc|mfa|otp|totp|privileg\w*|owners?|tenants?|signatures?|hmac|credentials?|api ?keys?|denied|denies|anonymous|identity|401|403)\b/iu,
};

/** Which categories a test belongs to, by its names, its file, what it imports and what is in it. */
export function categoriesOfTest(floor: FileFloor, test: TestFloor): readonly Category[] {
  const names = spaced([floor.file, ...test.path, ...test.tags].join(' '));
  const inside = spaced(
    [...test.words, ...Object.values(floor.imports), ...test.asserts.map(({ expected }) => expected)].join(' '),
  );
  const named = CATEGORIES.filter((category) => WORDS[category].test(names));
  return named.length > 0 ? named : CATEGORIES.filter((category) => WORDS[category].test(inside));
}

/** Words of `rejectsExpiredToken` and `test_rejects_expired_token`. */
export function spaced(name: string): string {
  return name.replace(/(?<=\p{Ll})(?=\p{Lu})|[_/-]+/gu, ' ');
}

export const CATEGORY_TABLE: Readonly<Record<string, RegExp>> = WORDS;
