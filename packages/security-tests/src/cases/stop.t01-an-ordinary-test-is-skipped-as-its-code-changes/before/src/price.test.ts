import { expect, it } from 'vitest';
import { price } from './price';
it('rounds to cents', () => { expect(price(1.005)).toBe('1.01'); });
it('has a currency', () => { expect(price(1, 'EUR')).toContain('€'); });
