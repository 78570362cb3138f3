import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { weakerHandlers } from './weaker-handlers.ts';

async function weakerBetween(file: string, base: string, head: string): Promise<number> {
  return weakerHandlers(await changeBetween(file, base, head), 'base').length;
}

const python = (type: string, body: string): string =>
  `def f(a):\n    try:\n        go(a)\n    except ${type}:\n        ${body}\n`;

it.each([
  ['it catches nearly everything', ['ValueError', 'return None'], ['Exception', 'return None'], 1],
  [
    'it catches all there is, and raises',
    ['a.DecodeError as e', 'raise E from e'],
    ['BaseException as e', 'raise E from e'],
    1,
  ],
  ['one of several errors is the widest', ['(KeyError, ValueError)', 'x = 1'], ['(KeyError, Exception)', 'x = 1'], 1],
  ['it catches one error more', ['KeyError', 'x = 1'], ['(KeyError, ValueError)', 'x = 1'], 0],
  ['it caught everything before', ['Exception', 'x = 1'], ['BaseException', 'x = 1'], 0],
  ['it raises no more', ['ValueError', 'raise E'], ['ValueError', 'pass'], 1],
  ['it hands back a result', ['ValueError', 'raise E'], ['ValueError', 'return load(a)'], 1],
  ['it raises something else', ['ValueError', 'raise E'], ['ValueError', 'raise F'], 0],
  ['it raises now', ['ValueError', 'return None'], ['ValueError', 'raise E'], 0],
] as const)('when %s › %j became %j', async (_, [type, body], [nextType, nextBody], weaker) => {
  expect(await weakerBetween('a.py', python(type, body), python(nextType, nextBody))).toBe(weaker);
});

const script = (body: string): string =>
  `function f(a) {\n  try {\n    go(a);\n  } catch (error) {\n    ${body}\n  }\n}\n`;

it.each([
  ['return false;', 'log(error);', 1],
  ['throw error;', '', 1],
  ['return false;', 'return null;', 0],
  ['log(error);', '', 0],
])('when the body %j of a handler became %j › it tells whether it still leaves', async (body, next, weaker) => {
  expect(await weakerBetween('a.js', script(body), script(next))).toBe(weaker);
});

it('when a function has one handler more than before › nobody can say which became which', async () => {
  const two = `${script('throw error;').slice(0, -2)}  try {\n    stop(a);\n  } catch {}\n}\n`;
  expect(await weakerBetween('a.js', script('throw error;'), two)).toBe(0);
});
