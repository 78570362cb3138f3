// Bundles what Nx starts once for each task, or before it looks into its cache: start-up is most of what they take. What belongs to one tool
// stays outside, and is loaded where there is something for it to look at.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('./dist/bundle'), { recursive: true, force: true });
await build({
  entryPoints: {
    'part-inputs': here('./dist/part-inputs.js'),
    security: here('./dist/executors/security.js'),
    'security-batch': here('./dist/executors/security-batch.js'),
    verdict: here('./dist/executors/verdict.js'),
    lock: here('./dist/executors/lock.js'),
  },
  outdir: here('./dist/bundle'),
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  minify: true,
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
});
