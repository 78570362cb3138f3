import { matching, type Rule } from '@pawl/document';

/** What becomes an argument of a tool is a path and nothing else: no option, no way out of the repository. */
export const relativePath: Rule = matching(
  /^(?![-/])(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\p{Cc}\\]{1,256}$/u,
  'a path from the top of the repository or a pack like "p/default"',
);

export const argument: Rule = matching(/^[^\p{Cc}]{1,4096}$/u, 'a text without control characters');
