import { expect, it } from 'vitest';
it('formats a price', () => { expect(price(1)).toBe('1.00 €'); });
