// Bundles what Nx starts once for each task, or before it looks into its cache: start-up is most of what they take. What belongs to one tool
// stays outside, and is loaded where there is something for it to look at.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
// eslint-disable-next-line @nx/enforce-module-boundaries -- What builds a package is no part of it.
import { bundleProgram, bundleStart } from '../compiled/bundle-program.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('./dist/bundle'), { recursive: true, force: true });
const OPTIONS = {
  outdir: here('./dist/bundle'),
  platform: 'node',
  target: 'node20.19',
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
};

/** Their engines live in threads of their own, and are not loaded by the one who asks: it has to ask early, and would find these files one after the other. */
const ASIDE = new Set(['@pawl/scanner-javascript', '@pawl/scanner-python']);
const ENGINES = [
  'eslint/universal',
  'eslint-plugin-security',
  'scslre',
  '@typescript-eslint/parser',
  '@astral-sh/ruff-wasm-nodejs',
];

await bundleStarted('part-inputs', './dist/part-inputs.js', './dist/part-inputs-start.js');
await bundleStarted('security', './dist/executors/security.js', './dist/executors/security-start.js', {
  external: [...OPTIONS.external.filter((name) => !ASIDE.has(name)), ...ENGINES],
});
await build({
  ...OPTIONS,
  entryPoints: {
    'security-batch': here('./dist/executors/security-batch.js'),
    verdict: here('./dist/executors/verdict.js'),
    lock: here('./dist/executors/lock.js'),
  },
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  // Some bundled packages are CommonJS and call `require`. A short name here collides with a minified one.
  banner: {
    js: "import{createRequire as pawlCreateRequire}from'node:module';const require=pawlCreateRequire(import.meta.url);",
  },
});

/** A program that is compiled once, and what starts it. */
async function bundleStarted(name, program, start, options = {}) {
  const { digest } = await bundleProgram({ ...OPTIONS, ...options, entryPoints: { [name]: here(program) } });
  const starts = {
    ...OPTIONS,
    ...options,
    // What examines is called in the thread alone.
    external: [...(options.external ?? OPTIONS.external), './examine.js'],
    entryPoints: { [`${name}-start`]: here(start) },
  };
  await bundleStart(starts, { pawlDigest: digest });
}
