/**
 * What gives the findings, as constants so that importing the adapter loads nothing; a spec holds them against what is
 * installed. The adapter's own version counts too: it decides how a file is parsed and what is taken into an identity.
 */
export const TOOLS = {
  '@pawl/scanner-javascript': '0.1.0',
  eslint: '10.15.0',
  'eslint-plugin-security': '4.1.0',
  scslre: '0.3.0',
  '@typescript-eslint/parser': '8.73.0',
  typescript: '6.0.3',
} as const;
