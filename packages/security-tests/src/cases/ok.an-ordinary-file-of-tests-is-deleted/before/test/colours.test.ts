import { expect, it } from 'vitest';
import { hex } from '../src/colours';
it('writes hex', () => { expect(hex(255, 0, 0)).toBe('#ff0000'); });
