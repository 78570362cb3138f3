import { expect, it } from 'vitest';
import { subwords } from './subwords.ts';

it.each([
  ['isSafePath', ['is', 'safe', 'path', 'issafepath']],
  ['IS_SAFE', ['is', 'safe', 'issafe']],
  ['parseHTMLText', ['parse', 'html', 'text', 'parsehtmltext']],
  ['pbkdf2', ['pbkdf']],
  ['größeMax', ['größe', 'max', 'größemax']],
  ['12 + "…"', []],
])('when code says %s › it has the words %j', (code, words) => {
  expect([...subwords(code)]).toEqual(words);
});
