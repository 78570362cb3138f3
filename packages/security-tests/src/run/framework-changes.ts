import type { Framework } from '../settings.ts';
import type { TreeFile } from './tree-file.ts';

/** What runs tests and says what they assert, by the beginning of its name. */
const TESTERS =
  /^(?:vitest$|@vitest\/|jest$|jest-|@jest\/|ts-jest$|babel-jest$|expect$|mocha$|chai$|chai-|sinon$|supertest$|vite$|vite-node$|tinyrunner)/u;

/**
 * A test framework that the judged tree would install differently from the locked one: then it is the judged tree that says what a test is.
 */
export function frameworkChange(
  locked: readonly TreeFile[],
  judged: readonly TreeFile[],
  framework: Framework,
): string | undefined {
  if (framework === 'pytest' || framework === 'node') return undefined;
  const pinsOf = framework === 'go' ? goPins : npmPins;
  const file = framework === 'go' ? 'go.mod' : 'package-lock.json';
  const [before, after] = [locked, judged].map((files) => files.find((each) => each.file === file));
  if (before === undefined && after === undefined) return undefined;
  const [was, is] = [pinsOf(textOf(before)), pinsOf(textOf(after))];
  const name = [...new Set([...Object.keys(was), ...Object.keys(is)])].find((each) => was[each] !== is[each]);
  return name === undefined ? undefined : `${file} names another ${name} than the locked version`;
}

function textOf(file: TreeFile | undefined): string {
  if (file === undefined) return '';
  return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);
}

type Pins = Readonly<Record<string, string>>;

function npmPins(text: string): Pins {
  if (text === '') return {};
  const lock = JSON.parse(text) as {
    readonly packages?: Readonly<
      Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>
    >;
  };
  const entries = Object.entries(lock.packages ?? {}).filter(([path]) =>
    TESTERS.test(path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  return Object.fromEntries(
    entries.map(([path, { version, resolved, integrity, link }]) => [
      path,
      JSON.stringify([version, resolved, integrity, link]),
    ]),
  );
}

/** `replace` puts other code in the place of a module, `toolchain` another compiler. */
function goPins(text: string): Pins {
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter(
    (line) =>
      line.includes('=>') ||
      line.startsWith('toolchain ') ||
      /^(?:require )?github\.com\/stretchr\/testify /u.test(line),
  );
  return Object.fromEntries(telling.map((line) => [line.split(/\s+/u).slice(0, 2).join(' '), line]));
}
