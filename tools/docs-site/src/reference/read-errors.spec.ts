import { expect, it } from 'vitest';
import { readErrors } from './read-errors.ts';

it('when the codes are a union of their own › each has the comment before it', () => {
  const source = `
    export type ThingCode =
      /** It is gone,
       * for good. */
      | 'gone'
      | 'plain';
    /** Nothing was done. */
    export class ThingError extends PawlError<ThingCode> {}
    export class Other extends Error {}`;
  expect(readErrors('x.ts', source)).toEqual([
    {
      ...{ name: 'ThingError', description: 'Nothing was done.' },
      codes: [
        { code: 'gone', meaning: 'It is gone, for good.' },
        { code: 'plain', meaning: '' },
      ],
    },
  ]);
});

it('when the codes stand in the class › they are read there', () => {
  expect(readErrors('x.ts', "class E extends PawlError<'a' | 'b'> {}")).toEqual([
    {
      ...{ name: 'E', description: '' },
      codes: [
        { code: 'a', meaning: '' },
        { code: 'b', meaning: '' },
      ],
    },
  ]);
});

it('when one reason is listed for several codes › each has it', () => {
  const source = "/**\n * Why.\n *\n * - `a`, `b`: too late\n */\ntype C = 'a' | 'b';\nclass E extends PawlError<C> {}";
  expect(readErrors('x.ts', source)[0]?.codes).toEqual([
    { code: 'a', meaning: 'too late' },
    { code: 'b', meaning: 'too late' },
  ]);
});

it('when the codes cannot be found › that is an error, and no page without them', () => {
  expect(() => readErrors('x.ts', 'class E extends PawlError<Elsewhere> {}')).toThrow(/Elsewhere/u);
});
