// Bundles the thread that ESLint lives in: to find, parse and compile the 400 files of ESLint and TypeScript's parser takes longer than what they are asked.
// The parser is a program of its own, because JavaScript does not need it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// eslint-disable-next-line @nx/enforce-module-boundaries -- What builds a package is no part of it.
import { bundleProgram, bundleStart } from '../compiled/bundle-program.mjs';
import { parsedSelectors } from './parsed-selectors-plugin.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OPTIONS = {
  outdir: here('./dist/bundle'),
  platform: 'node',
  target: 'node20.19',
  minify: true,
  // They stand in a file of their own.
  legalComments: 'none',
};

rmSync(here('./dist/bundle'), { recursive: true, force: true });
const external = ['@typescript-eslint/parser'];
const thread = await bundleProgram({
  ...OPTIONS,
  external,
  entryPoints: { thread: here('./dist/answer.js') },
  plugins: [parsedSelectors],
});
const module = fileURLToPath(import.meta.resolve('@typescript-eslint/parser'));
const parser = await bundleProgram({ ...OPTIONS, entryPoints: { parser: module } });
const start = { ...OPTIONS, entryPoints: { 'thread-start': here('./dist/thread-start.js') } };
await bundleStart(start, { pawlDigests: { thread: thread.digest, parser: parser.digest } });
writeFileSync(here('./dist/bundle/package.json'), '{ "type": "commonjs" }\n');
writeFileSync(here('./dist/bundle/LICENSES.txt'), licencesOf([...thread.inputs, ...parser.inputs]));

/** What the licences of bundled packages ask of who passes them on. */
function licencesOf(files) {
  // Not the module that a plugin has written: what it stands for is among them.
  const own = files.filter((file) => !file.startsWith(`${parsedSelectors.name}:`));
  const folders = own.map((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(file)?.[0]);
  const texts = [...new Set(folders)].flatMap((folder) => (folder === undefined ? [] : [licenceOf(folder)]));
  return `${texts.sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|thirdpartynotice)/iu.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version}, ${license}`, ...texts].join('\n\n');
}
