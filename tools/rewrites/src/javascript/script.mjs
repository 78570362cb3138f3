// @ts-check
import { parse as babelParse } from '@babel/parser';
import traverseModule from '@babel/traverse';
import { parse as recastParse, print as recastPrint } from 'recast';

/** @typedef {import('@babel/types').Node} Node */
/** @typedef {import('@babel/types').File} File */
/** @typedef {import('@babel/traverse').NodePath<any>} Path */

/** Babel's traverse is CommonJS: its function is the default of the default. @type {typeof traverseModule} */
// @ts-expect-error the types describe the module as bundlers see it
export const traverse = traverseModule.default ?? traverseModule;

/** @param {string} text @param {string} file @returns {File} */
export function parsePlain(text, file) {
  return babelParse(text, optionsFor(file));
}

/** A tree that remembers its text: what is not touched is printed as it was. @param {string} text @param {string} file @returns {File} */
export function parseToEdit(text, file) {
  return recastParse(text, {
    parser: { parse: (/** @type {string} */ source) => babelParse(source, { ...optionsFor(file), tokens: true }) },
  });
}

/** @param {File} tree @param {string} base */
export function print(tree, base) {
  const quote = (base.match(/'/gu)?.length ?? 0) >= (base.match(/"/gu)?.length ?? 0) ? 'single' : 'double';
  const tabWidth = /^ {4}\S/mu.test(base) && !/^ {2}\S/mu.test(base) ? 4 : 2;
  const useTabs = /^\t/mu.test(base);
  return recastPrint(tree, { quote, tabWidth, useTabs, lineTerminator: '\n' }).code;
}

/** @param {string} file @returns {import('@babel/parser').ParserOptions} */
function optionsFor(file) {
  const typed = /\.[cm]?ts$/u.test(file);
  return {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    plugins: typed ? ['typescript', 'decorators'] : ['jsx'],
  };
}

/** @param {string} file */
export function isTyped(file) {
  return /\.[cm]?ts$/u.test(file);
}
