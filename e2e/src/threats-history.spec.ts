import { describe } from 'vitest';
import { expectNaiveGateToFail, expectRefusals, expectVerdicts } from './support/attacks/expect-verdicts.ts';
import { HISTORY_GAMES } from './support/attacks/history-games.ts';

describe('when history hides what came in', () => expectVerdicts(HISTORY_GAMES));

describe('when it comes to a server that judges', () => expectRefusals(HISTORY_GAMES));

describe('when there is nothing but a gate as people write it', () => expectNaiveGateToFail(HISTORY_GAMES));
