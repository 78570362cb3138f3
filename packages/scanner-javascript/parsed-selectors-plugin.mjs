// Puts the parse trees of our selectors into a bundle of ESLint, in front of esquery's parser. Any other selector is parsed.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSelectors } from './dist/parsed-selectors.js';
import { RULES } from './dist/rules.js';

const SELECTORS = RULES.flatMap(({ how }) => ('selector' in how ? [how.selector] : []));
const READER = fileURLToPath(new URL('./dist/parsed-selectors.js', import.meta.url));
/** Says that the real one is meant. */
const REAL = Symbol('esquery');

/** @type {import('esbuild').Plugin} */
export const parsedSelectors = {
  name: 'parsed-selectors',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^esquery$/ }, ({ importer, pluginData }) =>
      pluginData === REAL ? undefined : { path: importer, namespace: 'parsed-selectors' },
    );
    onLoad({ filter: /./, namespace: 'parsed-selectors' }, ({ path }) => ({
      contents: contents(createRequire(path)('esquery')),
      resolveDir: dirname(path),
      pluginData: REAL,
    }));
  },
};

function contents(esquery) {
  return `
    const esquery = require('esquery');
    const { readSelectors } = require(${JSON.stringify(READER)});
    const trees = readSelectors(${JSON.stringify(writeSelectors(SELECTORS, esquery.parse))});
    const parse = (selector) => trees.get(selector) ?? esquery.parse(selector);
    module.exports = Object.assign((...asked) => esquery(...asked), esquery, { parse });
  `;
}
