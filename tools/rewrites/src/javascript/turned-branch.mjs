// @ts-check

/** @typedef {any} Json A condition or branch as `canonical` reads it. */

/** Either way round a branch is the same. @param {Json} test @param {Json} yes @param {Json} no @returns {Json} */
export function turnedBranch(test, yes, no) {
  return ordered(...joined(test, yes, no));
}

/** Two branches in turn with one outcome are one branch for two reasons. @param {Json} test @param {Json} yes @param {Json} no @returns {[Json, Json, Json]} */
function joined(test, yes, no) {
  const [other, then] = [onlyBranch(no), onlyBranch(yes)];
  if (other && same(other[2], yes)) return joined(either(test, other[1]), yes, other[3]);
  if (other && same(other[3], yes)) return joined(either(test, opposite(other[1])), yes, other[2]);
  if (then && same(then[2], no)) return joined(either(opposite(test), then[1]), no, then[3]);
  if (then && same(then[3], no)) return joined(either(opposite(test), opposite(then[1])), no, then[2]);
  return [test, yes, no];
}

/** @param {Json} test @param {Json} yes @param {Json} no @returns {Json} */
function ordered(test, yes, no) {
  const inverse = opposite(test);
  return JSON.stringify(test) <= JSON.stringify(inverse) ? ['if', test, yes, no] : ['if', inverse, no, yes];
}

/** @param {Json} branch @returns {Json | undefined} */
function onlyBranch(branch) {
  if (branch?.[0] === 'if') return branch;
  return branch?.length === 1 && branch[0]?.[0] === 'if' ? branch[0] : undefined;
}

/** @param {Json} a @param {Json} b */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @param {Json} a @param {Json} b @returns {Json} */
function either(a, b) {
  return ['||', ...[a, b].flatMap((side) => (side[0] === '||' ? side.slice(1) : [side]))];
}

/** @param {Json} test @returns {Json} */
function opposite(test) {
  const [head, ...sides] = test;
  if (head === '!') return sides[0];
  if (head === '&&' || head === '||') return [head === '&&' ? '||' : '&&', ...sides.map(opposite)];
  if (/^[!=]==?$/u.test(head)) return [`${head.startsWith('=') ? '!' : '='}${head.slice(1)}`, ...sides];
  return ['!', test];
}
