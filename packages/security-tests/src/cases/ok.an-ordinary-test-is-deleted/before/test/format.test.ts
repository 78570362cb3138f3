import { expect, it } from 'vitest';
it('formats a date', () => { expect(format(0)).toBe('1970-01-01'); });
it('formats a price', () => { expect(price(1)).toBe('1.00 €'); });
