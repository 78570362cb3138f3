import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { initJson, initText, planText, type ToldSetUp } from './init-text.ts';

const empty: ToldSetUp = {
  what: 'set-up',
  isDry: false,
  topLevel: '/home/ada/shop',
  commonDir: '/home/ada/shop/.git',
  changes: [{ path: '/home/ada/shop/pawl.config.jsonc', action: 'unchanged', why: 'it is there already' }],
  notes: [],
};

const typical: ToldSetUp = {
  ...empty,
  changes: [
    { path: '/home/ada/shop/pawl.config.jsonc', action: 'created', why: 'what is judged and how' },
    { path: '/home/ada/shop/.husky/pre-commit', action: 'updated', why: 'asks Pawl after what was there' },
    { path: '/home/ada/shop/.husky/pre-push', action: 'created', why: 'asks Pawl' },
    { path: '/home/ada/shop/.git/pawl/hooks/pre-commit', action: 'created', why: 'the hook' },
    { path: '/home/ada/shop/.git/pawl/hooks/pre-push', action: 'created', why: 'the hook' },
    { path: 'core.hooksPath', action: 'unchanged', why: 'husky has set it' },
  ],
  notes: ['.github/workflows/pawl.yml: make its job a required check of the protected branch, or it stops nobody'],
};

/** What a person has to do still, and a dry run. */
const failing: ToldSetUp = {
  ...typical,
  isDry: true,
  changes: [
    ...typical.changes,
    {
      path: '/home/ada/shop/packages/applications/storefront/.claude/settings.local.json',
      action: 'updated',
      why: 'the agent is stopped at the end of its turn, and told no more than the number of a case',
    },
  ],
  notes: [
    'the hook of another tool runs after ours, so what it changes in the index is judged only when it is pushed',
    ...typical.notes,
  ],
};

const hostile: ToldSetUp = {
  ...failing,
  isDry: false,
  topLevel: `/home/${HOSTILE.ansi}`,
  changes: [
    { path: `/home/${HOSTILE.ansi}/${HOSTILE.bidi}`, action: 'created', why: HOSTILE_TEXT },
    { path: HOSTILE.longPath, action: 'updated', why: HOSTILE.github },
  ],
  notes: [HOSTILE_TEXT, HOSTILE.azure],
};

const STATES = { empty, typical, failing, hostile };

describeOutput('init', STATES, initText, { mayBeLonger: ['deep/deep'] });
describeOutput('init-shown-before', byHavingSeenIt(), initText);
describeOutput('init-remove-harness', byRemoval(), initText, { mayBeLonger: ['deep/deep'] });
describeOutput('init-plan', STATES, planText, { mayBeLonger: ['deep/deep'] });
describeDocument('init', { ...STATES, removal: byRemoval().typical }, initJson);

function byRemoval(): typeof STATES {
  const removal = (told: ToldSetUp): ToldSetUp => ({ ...told, what: 'remove-harness' });
  return {
    empty: removal(empty),
    typical: removal({ ...typical, changes: typical.changes.slice(1, 2), notes: [] }),
    failing: removal({ ...failing, changes: failing.changes.slice(-1) }),
    hostile: removal(hostile),
  };
}

function byHavingSeenIt(): typeof STATES {
  const seen = (told: ToldSetUp): ToldSetUp => ({ ...told, isDry: false, isShown: true });
  return { empty: seen(empty), typical: seen(typical), failing: seen(failing), hostile: seen(hostile) };
}
