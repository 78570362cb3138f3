import { describe, expect, it } from 'vitest';
import { readPayload } from './payload.ts';

const refused = expect.objectContaining({ code: 'malformed-event' });
const id = 'a'.repeat(40);

describe('when an event is read', () => {
  it('it gives what is there', () => {
    const { text, maybe, commit, number, flag } = readPayload(
      JSON.stringify({ a: { b: 'x', id, no: 3, is: true, none: null } }),
    );
    expect([text('a', 'b'), commit('a', 'id'), number('a', 'no'), flag('a', 'is')]).toEqual(['x', id, 3, true]);
    expect([maybe('a', 'none'), maybe('a', 'b', 'c'), maybe('z')]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['a branch', 'main'],
    ['an id that is cut', id.slice(1)],
    ['nothing', '0'.repeat(40)],
    ['an option', `-${id.slice(1)}`],
    ['a number', 7],
    ['something inherited', undefined],
  ])('%s is no commit', (_, value) => {
    const payload = readPayload(JSON.stringify({ after: value }));
    expect(() => payload.commit('after')).toThrow(refused);
    expect(() => payload.commit('constructor', 'name')).toThrow(refused);
  });

  it.each(['', '[]', 'null', '{'])('%j is no event', (text) => {
    expect(() => readPayload(text)).toThrow(refused);
  });
});
