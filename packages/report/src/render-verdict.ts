import type { Verdict } from '@pawl/verdict';
import { agentAnswer } from './agent-answer.ts';
import { agentJson, humanJson } from './json.ts';
import type { Paint } from './paint.ts';
import { agentSarif, humanSarif, type SarifContext } from './sarif.ts';
import { agentText, humanText } from './text.ts';

/** For whom and in which format. `case` is the number of the case that was opened, if any. */
export interface Rendering extends SarifContext {
  readonly format: 'text' | 'json' | 'sarif';
  readonly audience: 'agent' | 'human';
  readonly case: string | undefined;
  readonly paint: Paint;
  /** How wide a line of text for a person may be; without it none is broken. */
  readonly columns?: number;
}

/** A verdict for its reader. The verdict itself never depends on who reads it. */
export function renderVerdict(verdict: Verdict, rendering: Rendering): string {
  const { format, audience, case: number, paint, columns = Infinity } = rendering;
  if (audience === 'agent') {
    const answer = agentAnswer(verdict, number);
    switch (format) {
      case 'text':
        return agentText(answer);
      case 'json':
        return agentJson(answer);
      case 'sarif':
        return agentSarif(answer);
    }
  }
  switch (format) {
    case 'text':
      return humanText(verdict, number, paint, columns);
    case 'json':
      return humanJson(verdict);
    case 'sarif':
      return humanSarif(verdict, rendering);
  }
}
