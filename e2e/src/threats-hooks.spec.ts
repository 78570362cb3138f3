import { describe } from 'vitest';
import { expectNaiveGateToFail, expectRefusals, expectVerdicts } from './support/attacks/expect-verdicts.ts';
import { HOOKS_FOOLED } from './support/attacks/hooks-fooled.ts';
import { HOOKS_NOT_RUN } from './support/attacks/hooks-not-run.ts';
import { HOOKS_SWITCHED_OFF } from './support/attacks/hooks-switched-off.ts';

const ATTACKS = [...HOOKS_SWITCHED_OFF, ...HOOKS_NOT_RUN, ...HOOKS_FOOLED];

describe('when an agent goes round git’s hooks', () => expectVerdicts(ATTACKS));

describe('when it comes to a server that judges', () => expectRefusals(ATTACKS));

describe('when there is nothing but a gate as people write it', () => expectNaiveGateToFail(ATTACKS));
