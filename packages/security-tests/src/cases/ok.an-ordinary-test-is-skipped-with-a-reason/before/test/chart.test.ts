import { expect, it } from 'vitest';
it('draws an axis', () => { expect(axis().ticks).toHaveLength(5); });
