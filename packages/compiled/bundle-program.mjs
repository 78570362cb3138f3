// What builds a program for `runCompiled`: one file that is no module, so what a module has comes in as names.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/** What is left of a module's own names. */
const MODULE = [
  "const module={exports:{}},pawlUrls=require('node:url'),pawlFile=pawlUrls.fileURLToPath(pawlUrl)",
  "pawlFolder=require('node:path').dirname(pawlFile)",
  'pawlResolve=(name)=>pawlUrls.pathToFileURL(require.resolve(name)).href;let exports=module.exports;',
].join(',');
const NAMES = {
  'import.meta.url': 'pawlUrl',
  'import.meta.resolve': 'pawlResolve',
  __filename: 'pawlFile',
  __dirname: 'pawlFolder',
};

/**
 * Bundles one entry point. What stays outside is loaded by the one who starts it. A program that does not call `pawlKeep` itself asks at once that what was compiled is kept.
 *
 * @param {import('esbuild').BuildOptions} options
 * @param {{ readonly keepsItself?: boolean }} program
 * @returns {Promise<{ readonly digest: string, readonly inputs: readonly string[] }>}
 */
export async function bundleProgram(options, { keepsItself = false } = {}) {
  const { outputFiles, metafile } = await build({
    ...options,
    bundle: true,
    splitting: false,
    write: false,
    metafile: true,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    banner: { js: `(function(require,pawlUrl,pawlImport,pawlKeep){${MODULE}` },
    footer: { js: `${keepsItself ? '' : 'pawlKeep();'}return module.exports})` },
    define: NAMES,
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const program = outputFiles.find(({ path }) => path.endsWith('.cjs'));
  mkdirSync(dirname(program.path), { recursive: true });
  for (const { path, text } of outputFiles) if (path !== program.path) writeFileSync(path, text);
  const loaded = program.text.replaceAll(/\bimport\("([@\w][\w/:@-]*)"\)/gu, 'pawlImport("$1")');
  // One byte a letter, in memory and in what is compiled. In a text, a name or a pattern the escape is the same letter.
  const escaped = loaded.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(program.path, escaped);
  const digest = createHash('sha256').update(escaped).digest('hex').slice(0, 16);
  return { digest, inputs: Object.keys(metafile.inputs) };
}

/**
 * Bundles the small file that starts a program and knows its digest.
 *
 * @param {import('esbuild').BuildOptions} options
 * @param {Readonly<Record<string, unknown>>} constants what is put in
 */
export async function bundleStart(options, constants) {
  const values = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]);
  await build({
    ...options,
    bundle: true,
    splitting: false,
    // No module either: what loads modules is ten more files for node to load.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    banner: { js: "const pawlUrl=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'pawlUrl', ...Object.fromEntries(values) },
    logOverride: { 'empty-import-meta': 'silent' },
  });
}
