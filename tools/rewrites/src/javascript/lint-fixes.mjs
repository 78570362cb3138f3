// @ts-check
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { proved } from './edit-script.mjs';

/** @typedef {import('eslint').Linter.RulesRecord} Rules */

/** What ESLint changes by itself when a team turns a rule on. @type {Readonly<Record<string, Rules>>} */
export const LINT_FIXES = {
  'var-to-const': { 'no-var': 'error', 'prefer-const': 'error' },
  'template-literals': { 'prefer-template': 'error' },
  'unnest-else': { 'no-else-return': ['error', { allowElseIf: false }], 'no-lonely-if': 'error' },
  'arrow-callbacks': { 'prefer-arrow-callback': 'error' },
  'arrow-bodies': { 'arrow-body-style': ['error', 'always'] },
  'object-shorthand': { 'object-shorthand': ['error', 'always'], 'dot-notation': 'error' },
  destructuring: {
    'prefer-destructuring': [
      'error',
      { VariableDeclarator: { object: true, array: false }, AssignmentExpression: { object: false, array: false } },
    ],
  },
  'one-declaration-each': { 'one-var': ['error', 'never'], curly: ['error', 'all'] },
  'no-curly': { curly: ['error', 'multi'] },
  yoda: { yoda: ['error', 'always'] },
  'short-forms': {
    'logical-assignment-operators': 'error',
    'operator-assignment': 'error',
    'no-extra-boolean-cast': 'error',
  },
};

const linter = new Linter();

/** @param {Rules} rules @param {import('../sources.mjs').Source} source @returns {import('./edit-script.mjs').Tried} */
export function lintFix(rules, { file, text }) {
  const config = {
    files: ['**/*'],
    languageOptions: {
      parser: /** @type {any} */ (tseslint.parser),
      sourceType: /** @type {const} */ (sourceTypeOf(text)),
    },
    linterOptions: { noInlineConfig: true },
    rules,
  };
  const { output, messages } = linter.verifyAndFix(text, [config], { filename: file });
  if (messages.some(({ fatal }) => fatal)) return { why: 'unparsable' };
  return proved(file, text, output);
}

/** @param {string} text */
function sourceTypeOf(text) {
  return /^(?:import|export)\b/mu.test(text) ? 'module' : 'commonjs';
}
