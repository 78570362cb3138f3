import nx from '@nx/eslint-plugin';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom: driver → app → {core, edge, adapter} → contract. Each line says why it is drawn.
 * @type {{ sourceTag: string, onlyDependOnLibsWithTags: string[] }[]}
 */
const layers = [
  // A contract is what third parties build on: it may not drag an engine behind it.
  { sourceTag: 'layer:contract', onlyDependOnLibsWithTags: ['layer:contract'] },
  // The core decides. What decides must be a pure function, so it may not reach anything that does I/O.
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:core', 'layer:contract'] },
  // An adapter knows one tool and the contract. If it needs the engine, the contract is wrong. A thread of its own starts as any program does.
  { sourceTag: 'layer:adapter', onlyDependOnLibsWithTags: ['layer:contract', 'start'] },
  // An edge does one kind of I/O. It may use the core's documents, never an adapter or a use case.
  { sourceTag: 'layer:edge', onlyDependOnLibsWithTags: ['layer:edge', 'layer:core', 'layer:contract'] },
  // A use case joins reads, one pure decision and a record. It knows nothing of flags and terminals.
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: ['layer:app', 'layer:adapter', 'layer:edge', 'layer:core', 'layer:contract'],
  },
  // A driver turns the outside world into one call of a use case; nothing may depend on a driver.
  { sourceTag: 'layer:driver', onlyDependOnLibsWithTags: ['layer:app', 'layer:edge', 'layer:core', 'layer:contract'] },
  // Private helpers and end-to-end tests use what a user would use.
  { sourceTag: 'layer:tool', onlyDependOnLibsWithTags: ['*'] },
];

const pure = [
  'errors',
  'findings',
  'sarif',
  'scanner',
  'baseline',
  'syntax',
  'invariants',
  'reach',
  'verdict',
  'report',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/grammars/',
      '.nx/',
      'coverage/',
      '**/cases/',
      '**/fixtures/',
      'examples/**/app/',
      '.pawl-scanners/',
      '**/drift/weights.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    plugins: { '@nx': nx },
    languageOptions: { globals: globals.node },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: true, depConstraints: layers }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Named exports only: a name is the same everywhere it is used.',
        },
        { selector: 'TSEnumDeclaration', message: 'Closed unions of literals instead of enums.' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: pure.map((name) => `packages/${name}/src/**/*.ts`),
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['node:*'], message: 'Contract and core do no I/O: a verdict is a pure function of its inputs.' },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Contract and core read no environment.' },
        { name: 'Buffer', message: 'Contract and core run anywhere: use Uint8Array and TextDecoder.' },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'Contract and core read no clock: take the instant as a parameter.',
        },
        { object: 'Math', property: 'random', message: 'The same question must get the same answer.' },
      ],
    },
  },
  {
    // An adapter's specs may run its tool and lie to it: what ships may not.
    files: ['packages/scanner-*/src/**/*.spec.ts', 'packages/scanner-*/src/**/*.fixture.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    files: ['*.config.ts', '*.config.mjs'],
    rules: { 'no-restricted-syntax': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
);
