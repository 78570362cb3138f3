import { describe, expect, it } from 'vitest';
import { isPawlError, PawlError } from './pawl-error.ts';

class LockError extends PawlError<'not-found' | 'expired'> {}

describe('when a coded error is thrown', () => {
  const cause = new Error('ENOENT');
  const error = new LockError('not-found', 'There is no lock for main.', { next: 'pawl lock', cause });

  it('it carries its code, what happened, what to do next and the cause', () => {
    expect(error).toMatchObject({
      name: 'LockError',
      code: 'not-found',
      message: 'There is no lock for main.',
      next: 'pawl lock',
      cause,
    });
  });

  it('it is recognised', () => {
    expect(isPawlError(error)).toBe(true);
  });

  it('it is recognised when another copy of the class made it', () => {
    class PawlErrorOfAnotherBundle extends Error {
      readonly code = 'not-found';
      readonly next = undefined;
    }
    expect(isPawlError(new PawlErrorOfAnotherBundle('x'))).toBe(true);
  });

  it('it has no cause of its own making', () => {
    expect('cause' in new LockError('expired', 'The lock has expired.')).toBe(false);
  });
});

describe('when something else is thrown', () => {
  it.each([
    ['a plain error', new Error('x')],
    ['an error of the operating system', Object.assign(new Error('x'), { code: 'ENOENT' })],
    ['an object of the same shape', { code: 'not-found', message: 'x', next: undefined }],
    ['nothing', undefined],
  ])('it does not recognise %s', (_, thrown) => {
    expect(isPawlError(thrown)).toBe(false);
  });
});
