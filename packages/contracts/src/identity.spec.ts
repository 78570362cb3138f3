import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { CONTRACT_RULES, CONTRACTS_DIGEST, CONTRACTS_VERSION, contractsDigest, parseContracts } from './index.ts';

const require = createRequire(import.meta.url);
const versionOf = (name: string): unknown => (require(`${name}/package.json`) as { version: unknown }).version;

describe('when the engine or its rules change', () => {
  it('changes the identity that evaluations are cached under and a lock pins', () => {
    const engines = ['@ast-grep/napi', '@ast-grep/lang-python'].map(versionOf);
    const text = JSON.stringify([CONTRACTS_VERSION, engines, CONTRACT_RULES]);
    expect(CONTRACTS_DIGEST).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

describe('when a contract changes', () => {
  const text =
    '{ "contracts": [{ "id": "a", "why": "Because it is so.", "files": "*.js", "mustNot": { "pattern": "f()" } }] }';

  it('changes their identity, and not when only a comment or a default is written down', () => {
    const digest = contractsDigest(parseContracts(text, 'x'));
    expect(
      contractsDigest(parseContracts(`// why\n${text.replace('"*.js"', '["*.js"], "severity": "high"')}`, 'x')),
    ).toBe(digest);
    expect(contractsDigest(parseContracts(text.replace('f()', 'g()'), 'x'))).not.toBe(digest);
  });
});
