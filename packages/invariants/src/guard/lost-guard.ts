import { lineInHead } from '../change.ts';
import { type DefenceKind, defenceKind, type Explained } from '../defence-kind.ts';
import { quoted } from '../plain-code.ts';
import { compareGuards, type GuardLoss } from './compare-guards.ts';
import { guardFacts } from './guard-facts.ts';
import { shownConjunction } from './rejections.ts';
import { weightOf } from './weights.ts';

/** Early exits that keep bad input away from what follows. */
export const guardDefence: DefenceKind = defenceKind({
  rules: {
    'lost-guard': 'A check that refused something is gone, and nothing took its place.',
    'weakened-guard': 'A check that refused something refuses less.',
  },
  facts: guardFacts,
  compare: compareGuards,
  explain: explainGuard,
});

function explainGuard({ rule, guard, lost, where }: GuardLoss): Explained {
  const baseLine = guard.node.start.line;
  const samePair = where.side.pair === guard.side.pair;
  const line = samePair ? lineInHead(where.side.pair, baseLine) : where.node.start.line;
  const place = where.symbol === '' ? 'The module code' : quoted(where.symbol);
  const what = quoted(lost.map(shownConjunction).join(' || '));
  const how = rule === 'lost-guard' ? 'lost guard' : 'weakened guard';
  return {
    kind: rule === 'lost-guard' ? 'lost-defence' : 'weakened-defence',
    rule,
    severity: weightOf(guard),
    message: `${place} no longer rejects ${what} (${how}, line ${baseLine} of the locked version)`,
    cwe: 'CWE-693',
    at: { file: where.side.source.file, line },
    symbol: where.symbol,
    snippet: guard.condition.text,
  };
}
