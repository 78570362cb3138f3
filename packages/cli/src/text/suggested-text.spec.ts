import { expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { suggestedJson, suggestedText } from './suggested-text.ts';

const file = (contracts: readonly object[], comments: readonly string[]): string =>
  [
    '{',
    '  "$schema": "./node_modules/pawl/dist/schema/pawl.contracts.schema.json",',
    '  // What this project already does everywhere. Keep what is meant, delete what is chance, then run: pawl lock',
    '  "contracts": [',
    ...contracts.flatMap((contract) => [
      '    // 3 of 3 routes below /admin, in src/routes/users.js',
      ...JSON.stringify(contract, null, 2)
        .split('\n')
        .map((line) => `    ${line}`),
    ]),
    ...comments.map((comment) => `    // ${comment}`),
    '  ]',
    '}',
    '',
  ].join('\n');
const contract = {
  id: 'admin-only',
  why: 'Every route below /admin has `requireAdmin`.',
  files: 'src/routes/**/*.js',
  mustHave: { every: '$ROUTER.$METHOD($PATH, $$$)', have: { middleware: 'requireAdmin' } },
};
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const states = {
  empty: file([], []),
  typical: file([contract], []),
  failing: file([], ['Almost everywhere, so not proposed:', '  11 of 12 handlers are behind `loginRequired`']),
  hostile: file(
    HOSTILE_NAMES.map((name) => ({ ...contract, why: name })),
    [oneLine(HOSTILE_TEXT)],
  ),
};

// It is a file, so its lines are as long as what they hold.
describeOutput('contracts-suggest', states, (text: string) => suggestedText(text), { mayBeLonger: [/./u] });
describeDocument('contracts', states, suggestedJson);

it('when it quotes what could do harm, it means the same without it', () => {
  const meant = (text: string): unknown =>
    JSON.parse(text.replace(/^\s*\/\/.*$/gmu, '').replace(/\}\n(\s+)\{/gu, '},{'));
  expect(meant(suggestedText(states.hostile))).toEqual(meant(states.hostile));
  expect(suggestedText(states.typical)).toBe(states.typical);
});
