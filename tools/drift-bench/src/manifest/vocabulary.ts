/** Where a row comes from. Only `dev` is compared with published figures; `mined` rows were found later, for fitting. */
export const SETS = ['dev', 'mined'] as const;

/** What the commit is: a security fix (put back, it is a regression) or ordinary work. */
export const LABELS = ['regression', 'benign'] as const;

export const LANGS = ['js', 'py', 'go', 'java', 'ruby', 'php', 'csharp', 'rust', 'c', 'cpp', 'kotlin'] as const;

export const DEFENCE_NAMES = [
  'authn',
  'authz',
  'bounds',
  'crypto',
  'exception-handling',
  'other',
  'output-encoding',
  'path-containment',
  'prototype-guard',
  'regex',
  'resource-limit',
  'safe-api',
  'safe-default',
  'sanitisation',
  'validation',
] as const;

export const CHANGES = [
  'api-replaced',
  'call-wrapped',
  'condition-strengthened',
  'constant-changed',
  'guard-added',
  'option-added',
  'other',
  'regex-changed',
] as const;
