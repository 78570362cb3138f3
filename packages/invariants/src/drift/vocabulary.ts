import type { GradedWords } from './graded-words.ts';
import { ACCESS_WORDS } from './vocabulary-of-access.ts';
import { BOUNDS_WORDS } from './vocabulary-of-bounds.ts';
import { DATA_WORDS } from './vocabulary-of-data.ts';

export { IDLE_WORDS } from './idle-words.ts';

/**
 * How strongly the loss of a word suggests that a defence was taken away, by what the defence is about. The
 * words are as `subwords` gives them: parts of identifiers in lower case, and whole identifiers without
 * separators and digits (`timingsafeequal`, `pbkdf`). Each occurs once, under the concept it fits best; one that
 * is not listed says nothing.
 *
 * - 3: about security nearly whenever it occurs
 * - 2: mostly a check or a defence
 * - 1: often near one
 *
 * Each word was graded on its own, from general knowledge of weaknesses, defences and the security interfaces of
 * common languages; no set of changes was counted to set a grade. Names that switch a defence off
 * (`insecureskipverify`) are graded like those that switch it on: they are as much about security.
 */
export const VOCABULARY: Readonly<Record<string, GradedWords>> = { ...DATA_WORDS, ...ACCESS_WORDS, ...BOUNDS_WORDS };
