import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { linesLostAndGained } from './code-lines.ts';
import { evidenceOf } from './evidence-of.ts';
import { isRemovedWhole } from './removed-whole.ts';

const LIST = 'function list(user) {\n  return rows(user);\n}\n';
const EXPORT = "function exportCsv(user) {\n  if (!user.isAdmin) throw new Error('no');\n  return csv(user);\n}\n";
const GUARD = 'function onlyAdmin(user) {\n  if (!user.isAdmin) throw new Error();\n}\n';

it.each([
  ['a function goes with its guard', EXPORT + LIST, LIST, true],
  ['the guard of a function goes', EXPORT + LIST, `function exportCsv(user) {\n  return csv(user);\n}\n${LIST}`, false],
  ['a function goes, and so does a name in a list', `${GUARD}run([onlyAdmin, list]);\n`, 'run([list]);\n', false],
  [
    'a function goes, and so does its call',
    `${GUARD}function a(u) {\n  onlyAdmin(u);\n  b(u);\n}\n`,
    'function a(u) {\n  b(u);\n}\n',
    false,
  ],
  ['a line of the module goes', `use(guard);\n${LIST}`, LIST, false],
  ['a function comes', LIST, EXPORT + LIST, false],
])('when %s › it is known whether it went whole', async (_, base, head, whole) => {
  const change = await changeBetween('src/a.js', base, head);
  const { lost } = await evidenceOf(change, { forth: [], back: [] });
  expect(isRemovedWhole(linesLostAndGained(change).lost, lost)).toBe(whole);
});
