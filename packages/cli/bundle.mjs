// Bundles what git's hooks run into one file, because start-up is most of what a commit feels. Scanners that only a push
// needs stay outside it, and what the fast tier needs of them is loaded when it is needed.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('./dist/bundle'), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { hook: here('./dist/hook-main.js') },
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
  external: [
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
});
cpSync(here('../syntax/grammars'), here('./dist/bundle/grammars'), { recursive: true });

const size = Object.entries(metafile.outputs).find(([path]) => path.endsWith('/hook.js'))?.[1].bytes;
process.stdout.write(`hook bundle: ${Math.round((size ?? 0) / 1024)} KB\n`);
