// @ts-check
import { judge } from './judge.mjs';

const CHECK = '  if (!name.startsWith(ROOT)) {\n    throw new Error("outside of the store");\n  }\n';
const text = (/** @type {string} */ check) => `function load(name) {\n${check}  return read(name);\n}\n`;

/** A gate that sees nothing would pass every rewrite: a deleted check has to be stopped before anything counts. */
export async function mustSeeADeletedCheck() {
  const file = 'src/load.js';
  const pairs = [{ base: { file, text: text(CHECK) }, head: { file, text: text('') } }];
  const label = /** @type {const} */ ({
    id: 'control',
    set: 'removal',
    kind: 'control',
    tool: 'hand',
    language: 'javascript',
  });
  const [judged] = await judge([{ ...label, pairs }]);
  if (!judged?.stopped) {
    throw new Error(
      'the gate does not stop a deleted check, so its silence about rewrites says nothing: build it again',
    );
  }
}
