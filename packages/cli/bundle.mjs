// Bundles what git's hooks and the command run, because start-up is most of what a commit and a second check feel. Scanners
// that only a push needs stay outside, and what the fast tier needs of them is loaded when it is needed.
import { cpSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
// eslint-disable-next-line @nx/enforce-module-boundaries -- What builds a package is no part of it.
import { bundleProgram, bundleStart } from '../compiled/bundle-program.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('./dist/bundle'), { recursive: true, force: true });
mkdirSync(here('./dist/bundle'));
const USE_CASES = realpathSync(here('../checkpoint/dist/index.js'));
const OPTIONS = {
  outdir: here('./dist/bundle'),
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minify: true,
  metafile: true,
  legalComments: 'linked',
  // jsonc-parser's CommonJS form hides its modules from a bundler.
  mainFields: ['module', 'main'],
  // These are dependencies of this package, so that every package manager puts them where the bundle finds them.
  external: [
    // A native engine, which only a project with contracts needs.
    '@ast-grep/napi',
    '@ast-grep/lang-python',
    // Husky copies files that lie beside it.
    '@pawl/hooks',
    '@pawl/scanner-bandit',
    '@pawl/scanner-codeql',
    '@pawl/scanner-javascript',
    '@pawl/scanner-python',
    '@pawl/scanner-sarif',
    '@pawl/scanner-semgrep',
  ],
  // Some bundled packages are CommonJS and call `require`. A short name here collides with a minified one.
  banner: {
    js: "import{createRequire as pawlCreateRequire}from'node:module';const require=pawlCreateRequire(import.meta.url);",
  },
};

/** What git starts: a small file, which runs a program that was compiled the last time. */
async function bundleHook() {
  const program = './dist/hook-main.js';
  const plugins = [withoutUseCases(await calledBy('hook', program))];
  const { digest } = await bundleProgram(
    { ...OPTIONS, plugins, entryPoints: { hook: here(program) } },
    { keepsItself: true },
  );
  await bundleStart(
    { ...OPTIONS, entryPoints: { 'hook-start': here('./dist/hook-start.js') } },
    { pawlDigest: digest },
  );
}

/**
 * A dynamic import is a way into the bundle of its own, called or not, and each cuts what is shared into more files to open at every
 * commit. So a first run finds out which use cases an entry calls, and the others are left out of the second.
 */
async function bundle(name, file) {
  const plugins = [withoutUseCases(await calledBy(name, file))];
  return build({ ...OPTIONS, entryPoints: { [name]: here(file) }, plugins });
}

async function calledBy(name, file) {
  const plugins = [withoutUseCases(new Set())];
  const { metafile } = await build({ ...OPTIONS, entryPoints: { [name]: here(file) }, write: false, plugins });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}

function withoutUseCases(called) {
  return {
    name: 'without-use-cases',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\// }, ({ kind, importer, path }) =>
        // No command gives parts: other programs do, which bundle their own.
        kind === 'dynamic-import' && (path.startsWith('./parts/') || (importer === USE_CASES && !called.has(path)))
          ? { path, external: true }
          : null,
      ),
  };
}

// Each on its own: chunks that two share would be more files to open, too.
await bundleHook();
await bundle('cli', './dist/cli-main.js');
await bundle('tell-main', './dist/tell-main.js');
await bundle('harness', './dist/harness-main.js');
await bundle('harness-judge', './dist/harness-judge.js');
await bundle('bench-worker', './dist/bench-worker.js');
// For a server this folder is all there is: it may be copied to where no package lies.
await bundle('pre-receive', './dist/pre-receive-main.js');
writeFileSync(here('./dist/bundle/package.json'), '{ "type": "module" }\n');
cpSync(here('../syntax/grammars'), here('./dist/bundle/grammars'), { recursive: true });
// What `pawl init --ci` writes.
rmSync(here('./dist/templates'), { recursive: true, force: true });
cpSync(here('../../templates'), here('./dist/templates'), { recursive: true });
for (const folder of ['./dist/rules', './dist/schema']) rmSync(here(folder), { recursive: true, force: true });
// What `pawl explain` shows, and what editors check a project's files by.
for (const [from, to] of [
  ['../../docs/rules', './dist/rules'],
  ['../config/schema', './dist/schema'],
  ['../contracts/schema', './dist/schema'],
  ['../verdict/schema', './dist/schema'],
])
  cpSync(here(from), here(to), { recursive: true });
