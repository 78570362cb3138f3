import { PLAIN } from '@pawl/report';
import { expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_NAMES, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { contractsJson, contractsText, type ToldContracts } from './contracts-text.ts';

type Match = ToldContracts['matches'][number];

const match = (over: Partial<Match> = {}): Match => ({
  contract: 'admin-only',
  held: true,
  why: 'it has `requireAdmin` before its handler',
  file: 'src/routes/users.js',
  line: 4,
  symbol: '',
  code: "router.get('/admin/users', requireAdmin, list)",
  ...over,
});
const broken = match({
  held: false,
  line: 9,
  code: "router.post('/admin/backup', (request, response) => response.json(startBackup(request.body.folder, request.body.name)))",
  why: 'it has no `requireAdmin` before its handler, and no `router.use(requireAdmin)` before it in the file',
});
const admin = { id: 'admin-only', why: 'Only administrators may change users and take back-ups.' };
const input = { id: 'queries-take-no-raw-input', why: 'Input is checked before it becomes part of a query.' };
const none: ToldContracts = { contracts: [], matches: [], warnings: [], notExamined: [], all: false };

const states: Record<'empty' | 'typical' | 'failing' | 'hostile', ToldContracts> = {
  empty: none,
  typical: { ...none, contracts: [admin, input], matches: [match(), match({ line: 6 })] },
  failing: {
    ...none,
    contracts: [admin, input],
    matches: [match(), broken],
    warnings: [{ contract: input.id, message: 'it speaks of nothing' }],
    notExamined: [{ file: 'src/routes/old.js', why: 'it cannot be parsed: line 12' }],
    all: true,
  },
  hostile: {
    contracts: HOSTILE_NAMES.map((name) => ({ id: name, why: name })),
    matches: HOSTILE_NAMES.map((name) =>
      match({ contract: name, held: name.length % 2 === 0, why: name, file: name, code: name }),
    ),
    warnings: [{ contract: HOSTILE.ansi, message: HOSTILE_TEXT }],
    notExamined: HOSTILE_NAMES.map((name) => ({ file: name, why: name })),
    all: true,
  },
};

describeOutput('contracts', states, contractsText);
describeDocument('contracts', states, contractsJson);

it('when a contract is broken everywhere, no more is shown than one reads, unless all is asked for', () => {
  const matches = Array.from({ length: 100 }, () => broken);
  const checked = { ...none, contracts: [admin], matches };
  expect(contractsText(checked, PLAIN, 100)).toContain('  and 80 more: pawl contracts check --all\n');
  expect(contractsText({ ...checked, all: true }, PLAIN, 100).match(/^ {2}broken/gmu)).toHaveLength(100);
});
