import { expect, it } from 'vitest';
import { safeRedirect } from '../../src/redirect';
const payloads = ['//evil.example', 'https:evil.example', '/\\evil.example', 'javascript:alert(1)'];
for (const payload of payloads) {
  it(`rejects ${payload}`, () => {
    expect(safeRedirect(payload)).toBe('/');
  });
}
