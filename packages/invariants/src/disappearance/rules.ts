/** The rules of what is told of findings that are gone. */
export const DISAPPEARANCE_RULES: Readonly<Record<string, string>> = {
  'finding-made-unreachable': 'Dangerous code that was found before still stands, and nothing runs it any longer.',
  'finding-hidden': 'Dangerous code that was found before still stands where no scanner sees it.',
};
