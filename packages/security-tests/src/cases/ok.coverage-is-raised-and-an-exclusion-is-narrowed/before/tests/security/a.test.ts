import { expect, it } from 'vitest';
it('needs a key', () => { expect(open()).toBe(false); });
