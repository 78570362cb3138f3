// Bundles what git's hooks and the command run, because start-up is most of what a commit and a second check feel. Scanners
// that only a push needs stay outside, and what the fast tier needs of them is loaded when it is needed.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('./dist/bundle'), { recursive: true, force: true });
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

// Each on its own: chunks that both share would be more files to open at every commit.
const { metafile } = await build({ ...OPTIONS, entryPoints: { hook: here('./dist/hook-main.js') } });
await build({ ...OPTIONS, entryPoints: { cli: here('./dist/cli-main.js') } });
cpSync(here('../syntax/grammars'), here('./dist/bundle/grammars'), { recursive: true });

const size = Object.entries(metafile.outputs).find(([path]) => path.endsWith('/hook.js'))?.[1].bytes;
process.stdout.write(`hook bundle: ${Math.round((size ?? 0) / 1024)} KB\n`);
