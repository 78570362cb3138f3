import type { Rule } from './rule.ts';
import { INJECTION } from './rules/injection.ts';
import { REQUESTS } from './rules/requests.ts';
import { SETTINGS } from './rules/settings.ts';

/**
 * What is looked for, and how bad it is. Left out on purpose, since an ordinary commit gains them: detect-object-injection,
 * detect-non-literal-fs-filename, -require and -regexp, detect-possible-timing-attacks. Characters that nobody sees, or that turn
 * the direction of writing, are told for every language by the comparison of both sides.
 */
export const RULES: readonly Rule[] = [...INJECTION, ...REQUESTS, ...SETTINGS];
