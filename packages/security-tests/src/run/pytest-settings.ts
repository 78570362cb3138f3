import type { TreeFile } from './tree-file.ts';

/** In the order in which pytest looks for them, with what makes each one its own. */
const PLACES: readonly (readonly [name: string, section: RegExp])[] = [
  ['pytest.toml', /(?:)/u],
  ['.pytest.toml', /(?:)/u],
  ['pytest.ini', /(?:)/u],
  ['.pytest.ini', /(?:)/u],
  ['pyproject.toml', /^\s*\[tool\.pytest/mu],
  ['tox.ini', /^\s*\[pytest\]/mu],
  ['setup.cfg', /^\s*\[tool:pytest\]/mu],
];

/**
 * The locked settings of pytest under a name of ours, to be named with `-c`: then no file of the judged tree is looked for, whatever way of
 * writing settings it uses. It lies where the original does, because paths in it are relative to it.
 */
export function pytestSettings(locked: readonly TreeFile[], tests: readonly TreeFile[], nonce: string): TreeFile {
  const contents = new Map(locked.map(({ file, content }) => [file, content]));
  for (const folder of foldersAbove(tests.map(({ file }) => file))) {
    for (const [name, section] of PLACES) {
      const content = contents.get(folder + name);
      if (content === undefined) continue;
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      const ending = name.slice(name.lastIndexOf('.'));
      if (section.test(text)) return { file: `${folder}.pawl_${nonce}${ending}`, content: text };
    }
  }
  return { file: `.pawl_${nonce}.ini`, content: '[pytest]\n' };
}

/** The folder that all files lie in, and those above it up to the root. */
function foldersAbove(files: readonly string[]): readonly string[] {
  const parts = files.map((file) => file.split('/').slice(0, -1));
  const first = parts[0] ?? [];
  const end = first.findIndex((part, place) => parts.some((path) => path[place] !== part));
  const common = end === -1 ? first : first.slice(0, end);
  return Array.from({ length: common.length + 1 }, (_, up) =>
    common
      .slice(0, common.length - up)
      .map((part) => `${part}/`)
      .join(''),
  );
}
