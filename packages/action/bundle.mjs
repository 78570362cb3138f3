// Bundles the action: a runner fetches this folder and installs nothing. What cannot be bundled, a native engine and WebAssembly, lies beside it as
// packages; the grammars too.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUNDLE = here('./dist/bundle');

/** By which package each is found. The engine of contracts is one package for each platform; those that are installed come along. */
const BESIDE = {
  '@ast-grep/napi': '../contracts/package.json',
  '@ast-grep/lang-python': '../contracts/package.json',
  '@astral-sh/ruff-wasm-nodejs': '../scanner-python/package.json',
};

rmSync(BUNDLE, { recursive: true, force: true });
mkdirSync(BUNDLE, { recursive: true });
const OPTIONS = {
  outdir: BUNDLE,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minify: true,
  legalComments: 'linked',
  // Some bundled packages are CommonJS and call `require`, or ask where they lie. A short name here collides with a minified one.
  banner: {
    js: "import{createRequire as pawlCreateRequire}from'node:module';const require=pawlCreateRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;",
  },
};
/** What the action never calls: it sets up no hooks, and ESLint lives in a thread of its own, as Ruff does. Without any of them the bundle imports nothing. */
const LEFT_OUT = /^(?:@pawl\/hooks|eslint\/universal|eslint-plugin-security|@typescript-eslint\/parser)$/;
const withoutLeftOut = {
  name: 'without-left-out',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: LEFT_OUT, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is no part of the action`)});`,
    }));
  },
};

await build({
  ...OPTIONS,
  entryPoints: { main: here('./dist/main.js') },
  splitting: true,
  chunkNames: 'chunk-[hash]',
  // jsonc-parser's CommonJS form hides its modules from a bundler.
  mainFields: ['module', 'main'],
  plugins: [withoutLeftOut],
  logOverride: { 'import-is-undefined': 'silent' },
  external: Object.keys(BESIDE),
});
// Each is started by its file. In one piece, because CommonJS that is loaded from a chunk loses the names of what it exports.
await build({ ...OPTIONS, entryPoints: { thread: here('../scanner-javascript/dist/thread.js') } });
await build({
  ...OPTIONS,
  entryPoints: { 'python-thread': here('../scanner-python/dist/python-thread.js') },
  external: Object.keys(BESIDE),
});
for (const [name, from] of Object.entries(BESIDE)) copyPackage(name, here(from));
writeFileSync(join(BUNDLE, 'package.json'), '{ "type": "module" }\n');
cpSync(here('../syntax/grammars'), join(BUNDLE, 'grammars'), { recursive: true });

/** A package with what it needs of its own, and nothing of what it is developed with. */
function copyPackage(name, from) {
  const folder = folderOf(name, from);
  if (folder === undefined) return;
  const target = join(BUNDLE, 'node_modules', name);
  cpSync(folder, target, { recursive: true, dereference: true, filter: (path) => !path.endsWith('node_modules') });
  const { dependencies = {}, optionalDependencies = {} } = createRequire(join(folder, 'package.json'))(
    './package.json',
  );
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies }))
    copyPackage(needed, join(folder, 'package.json'));
}

/** `undefined` for a package of another platform, which is not installed. */
function folderOf(name, from) {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (isFolder(found)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

function isFolder(path) {
  try {
    return readdirSync(path).length > 0;
  } catch {
    return false;
  }
}
