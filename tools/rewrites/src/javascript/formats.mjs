// @ts-check
import { format } from 'prettier';
import { proved } from './edit-script.mjs';

/** @type {Readonly<Record<string, import('prettier').Options>>} */
export const FORMATS = {
  'format-narrow': { printWidth: 60, singleQuote: false },
  'format-wide': { printWidth: 140, singleQuote: true, semi: false, trailingComma: 'none' },
  'format-tabs': { useTabs: true, singleQuote: true, arrowParens: 'avoid', experimentalOperatorPosition: 'start' },
};

/** @param {import('prettier').Options} options @param {import('../sources.mjs').Source} source @returns {Promise<import('./edit-script.mjs').Tried>} */
export async function prettify(options, { file, text }) {
  const parser = /\.[cm]?ts$/u.test(file) ? 'typescript' : 'babel';
  return proved(file, text, await format(text, { ...options, parser }));
}
