/**
 * What gives the findings, as constants so that importing the adapter loads nothing; a spec holds them against what is
 * installed. The adapter's own version counts too: it decides what is left out and where a secret begins.
 */
export const TOOLS = {
  '@pawl/scanner-secrets': '0.1.0',
  '@secretlint/secretlint-rule-preset-recommend': '12.0.0',
} as const;
