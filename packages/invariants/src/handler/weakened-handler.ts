import type { Severity } from '@pawl/findings';
import { type DefenceKind, defenceKind, type Explained } from '../defence-kind.ts';
import { quoted } from '../plain-code.ts';
import { compareHandlers, type HandlerLoss } from './compare-handlers.ts';
import { type HandlerFact, handlerFacts } from './handler-facts.ts';

/** Handlers: how narrow they are and what they do with an error. An error that nobody sees lets the code go on as if a check had passed. */
export const handlerDefence: DefenceKind = defenceKind({
  rules: { 'weakened-handler': 'An error handler catches more, does less, or silences code that used to fail.' },
  facts: handlerFacts,
  compare: compareHandlers,
  explain: explainHandler,
});

function explainHandler({ how, before, after, symbol }: HandlerLoss): Explained {
  const { line, column } = after.node.start;
  const place = symbol === '' ? 'The module code' : quoted(symbol);
  const where = before === undefined ? '' : `, line ${before.node.start.line} of the locked version`;
  return {
    kind: 'weakened-defence',
    rule: 'weakened-handler',
    severity: severityOf(how, before, after),
    message: `${place} ${says(how, before, after)} (weakened handler${where})`,
    cwe: how === 'wider' ? 'CWE-396' : 'CWE-390',
    at: { file: after.side.source.file, line, column },
    symbol,
    snippet: after.node.text,
  };
}

function says(how: HandlerLoss['how'], before: HandlerFact | undefined, after: HandlerFact): string {
  switch (how) {
    case 'wider':
      return `now catches ${caught(after)}, not only ${before ? caught(before) : 'some errors'}`;
    case 'quieter':
      return before?.outcome === 'raises'
        ? `no longer passes on ${caught(after)}: they are ${after.outcome === 'logs' ? 'only logged' : 'ignored'}`
        : `no longer acts on ${caught(after)}: they are ${after.outcome === 'logs' ? 'only logged' : 'ignored'}`;
    case 'new':
      return `now ignores ${caught(after)} of code that used to fail`;
  }
}

function caught({ types }: HandlerFact): string {
  return types.length === 0 ? 'all errors' : types.map(quoted).join(', ');
}

/** Giving up on an error that was passed on is worse than taking less trouble over one that stayed here anyway. */
function severityOf(how: HandlerLoss['how'], before: HandlerFact | undefined, after: HandlerFact): Severity {
  if (how === 'quieter') return before?.outcome === 'raises' ? 'high' : before?.outcome === 'logs' ? 'low' : 'medium';
  return how === 'wider' && after.outcome === 'acts' ? 'low' : 'medium';
}
