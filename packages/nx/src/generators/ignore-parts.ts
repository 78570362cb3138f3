import type { Tree } from '@nx/devkit';

const FOLDER = '.nx/pawl';
/** Lines that ignore the folder already. */
const COVERING = /^\/?\.nx(?:\/(?:\*\*?|pawl\/?)?)?$/u;

/** What is made from files is none of them: a part in the work tree would be judged, and would be an input of the next. */
export function ignoreParts(tree: Tree): void {
  const text = tree.read('.gitignore', 'utf8') ?? '';
  if (text.split(/\r?\n/u).some((line) => COVERING.test(line.trim()))) return;
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  tree.write('.gitignore', `${before}${FOLDER}\n`);
}
