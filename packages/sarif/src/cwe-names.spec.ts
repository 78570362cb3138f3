import { describe, expect, it } from 'vitest';
import { cweName } from './cwe-names.ts';

describe('when a weakness is named', () => {
  it('it is called what MITRE calls it', () => {
    expect(cweName('CWE-918')).toBe('Server-Side Request Forgery (SSRF)');
  });

  it.each(['CWE-999999', 'toString', '__proto__', ''])('it knows no name for %j', (cwe) => {
    expect(cweName(cwe)).toBeUndefined();
  });
});
