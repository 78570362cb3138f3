import { describe } from 'vitest';
import { expectNaiveGateToFail, expectRefusals, expectVerdicts } from './support/attacks/expect-verdicts.ts';
import { GIT_MISLED } from './support/attacks/git-misled.ts';
import { GIT_OBJECTS } from './support/attacks/git-objects.ts';

const ATTACKS = [...GIT_MISLED, ...GIT_OBJECTS];

describe('when git shows something else than is stored', () => expectVerdicts(ATTACKS));

describe('when it comes to a server that judges', () => expectRefusals(ATTACKS));

describe('when there is nothing but a gate as people write it', () => expectNaiveGateToFail(ATTACKS));
