/**
 * What gives the findings, as constants so that importing the adapter loads nothing; a spec holds them against what is
 * installed. The adapter's own version counts too: it decides what is spoilt, left out and taken into an identity.
 */
export const TOOLS = { '@pawl/scanner-python': '0.1.0', '@astral-sh/ruff-wasm-nodejs': '0.17.4' } as const;

/** What the rules are run with. The newest grammar, because a file of a newer Python must not count as broken. */
export const RUFF_OPTIONS = { 'target-version': 'py314', lint: { select: ['S'], preview: false } } as const;
