// @ts-check
// Measures what following paths through a project costs. A benchmark, not a test: it says what it saw and ends with 0.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { linkPaths, newUnguardedPaths, summarise } from '@pawl/reach';
import { languageOf, openSyntax } from '@pawl/syntax';
import { reachProject } from './reach-project.mjs';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '2000' }, runs: { type: 'string', default: '7' } },
});
const grammars = fileURLToPath(new URL('../../../packages/syntax/grammars/', import.meta.url));
const syntax = openSyntax((file) => readFile(`${grammars}${file}`));

const project = reachProject(Number(values.files));
const started = performance.now();
const base = [];
for (const file of project) base.push(await summaryOf(file));
const summarised = performance.now();
const before = linkPaths(base.flatMap((summary) => summary ?? []));
const linked = performance.now();
print('files', String(project.length));
print('first summaries', milliseconds(summarised - started));
print(
  'first link',
  `${milliseconds(linked - summarised)}, ${before.paths.length} paths, ${before.notExamined.length} not examined`,
);
print('summaries as JSON', `${(JSON.stringify(base).length / 1e6).toFixed(1)} MB`);

const changed = 'web/src/feature0/controller.ts';
const original = project.find(({ file }) => file === changed)?.text ?? '';
const edited = original.replace(/ {2}if \(!\/\^[^]*?return;\n {2}\}\n/u, '');
const summaries = base.flatMap((summary) => summary ?? []);
const times = [];
for (let run = 0; run < Number(values.runs); run += 1) {
  const from = performance.now();
  const one = await summaryOf({ file: changed, text: `${edited}// ${run}\n` });
  const head = summaries.map((summary) => (summary.file === changed && one !== undefined ? one : summary));
  const only = [changed];
  const found = newUnguardedPaths(linkPaths(summaries, { only }).paths, linkPaths(head, { only }).paths, {
    changed: only,
  });
  times.push(performance.now() - from);
  if (found.length === 0) throw new Error('The deleted check was not found: what is fast here is worth nothing.');
}
print('a change to one file, both sides', `${times.map((time) => milliseconds(time)).join(', ')}`);
print('peak of resident memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

/** @param {import('./reach-project.mjs').SourceFile} source */
async function summaryOf({ file, text }) {
  const language = languageOf(file);
  if (language === undefined) return undefined;
  await syntax.load(language);
  const result = syntax.parse(text, language, { tolerateErrors: true });
  if (result.kind === 'not-parsed') return undefined;
  const summary = summarise(file, result.tree);
  result.tree.release();
  return summary;
}

/** @param {number} time */
function milliseconds(time) {
  return `${Math.round(time)} ms`;
}

/** @param {string} name @param {string} text */
function print(name, text) {
  process.stdout.write(`${name}: ${text}\n`);
}
