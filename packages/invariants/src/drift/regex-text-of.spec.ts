import { expect, it } from 'vitest';
import { nodesIn } from '../testing/change-between.ts';
import { regexOfCall, regexOfLiteral, regexOfString } from './regex-text-of.ts';

const javascript = { flavour: 'javascript', flags: '' };
const python = { flavour: 'python', flags: '' };

it.each([
  [String.raw`new RegExp('^\\d+$', 'i')`, { ...javascript, source: String.raw`^\d+$`, flags: 'i' }],
  ['new RegExp(`a+`)', { ...javascript, source: 'a+' }],
  ['new RegExp(`a${b}`)', undefined],
  ['new RegExp(given)', undefined],
  ['new Date("a+")', undefined],
])('when JavaScript calls %s › it is read if all of it is written out', async (code, regex) => {
  const calls = await nodesIn('src/a.js', `x = ${code};`, 'new_expression');
  expect(calls.map((call) => regexOfCall(call)?.regex)).toEqual([regex]);
});

it.each([
  [String.raw`re.match(r"\d+", x)`, { ...python, source: String.raw`\d+`, held: 'start' }],
  ['re.fullmatch("a", x)', { ...python, source: 'a', held: 'whole' }],
  ['re.search("a", x, re.IGNORECASE | re.S)', { ...python, source: 'a', flags: 'is' }],
  ['re.compile(f"a{b}")', undefined],
])('when Python calls %s › it is read with its flags, and how the call holds it', async (code, regex) => {
  const calls = await nodesIn('a.py', `x = ${code}\n`, 'call');
  expect(calls.map((call) => regexOfCall(call)?.regex)).toEqual([regex]);
});

it.each([
  [String.raw`"[^\\s]"`, { ...javascript, source: String.raw`[^\s]` }],
  ['"(?:a|b)"', { ...javascript, source: '(?:a|b)' }],
  ['"What? (Really)"', undefined],
])('when a string says %s › it is read if nothing else looks so', async (code, regex) => {
  const strings = await nodesIn('src/a.js', `x = ${code};`, 'string');
  expect(strings.map(regexOfString)).toEqual([regex]);
});

it('when JavaScript has a literal › it is read with its flags', async () => {
  const literals = await nodesIn('src/a.js', String.raw`x = /a\/b+/gi;`, 'regex');
  expect(literals.map(regexOfLiteral)).toEqual([{ ...javascript, source: String.raw`a\/b+`, flags: 'gi' }]);
});
