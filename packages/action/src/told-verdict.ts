import { createHash } from 'node:crypto';
import type { Checked } from '@pawl/checkpoint';
import { agentAnswer, PLAIN, renderVerdict, STOPPED } from '@pawl/report';
import type { Verdict } from '@pawl/verdict';
import { exitStatusOf, isGated } from './exit-status.ts';
import type { Inputs } from './inputs.ts';
import type { Subject } from './subject.ts';
import { detailedSummary, plainSummary } from './summary.ts';
import type { Told } from './told.ts';
import { workflowCommand } from './workflow-command.ts';

/** Where the files were written that somebody asked for. */
export interface Written {
  readonly sarif: string | undefined;
  readonly sealed: string | undefined;
}

/** An agent learns that it is stopped and the number of the case; more only where the workflow says that no agent reads it. */
export function toldOfVerdict(
  checked: Checked,
  { details, annotations }: Pick<Inputs, 'details' | 'annotations'>,
  { loop }: Pick<Subject, 'loop'>,
  written: Written,
): Told {
  const { verdict, case: number } = checked;
  const status = exitStatusOf(checked);
  const log = logOf(checked, status);
  return {
    status,
    isRefused: status !== 0 && isGated(checked),
    log,
    outputs: {
      outcome: status === 1 ? 'stopped' : agentAnswer(verdict, number).outcome,
      'exit-status': String(status),
      case: status === 1 ? (number ?? checked.latch[0] ?? '') : '',
      'verdict-digest': digestOf(verdict),
      head: verdict.head,
      base: verdict.base,
      loop,
      tier: verdict.tier,
      assurance: verdict.assurance,
      sarif: written.sarif ?? '',
      sealed: written.sealed ?? '',
    },
    summary: details === 'summary' ? detailedSummary(verdict, number) : plainSummary(log),
    annotations: annotations ? annotationsOf(verdict) : '',
  };
}

function logOf(checked: Checked, status: Told['status']): string {
  const { verdict, case: number, latch } = checked;
  if (status === 1 && !isGated(checked))
    return `pawl: reported, not refused: case ${number ?? latch[0] ?? 'unnumbered'}\n`;
  if (status === 1 && verdict.outcome === 'clean')
    return `pawl: stopped, case ${latch[0] ?? 'unnumbered'}. ${STOPPED}\n`;
  return renderVerdict(verdict, { format: 'text', audience: 'agent', case: number, paint: PLAIN });
}

/** The same for whoever recomputes the same question: how long it took has no part in it. */
function digestOf(verdict: Verdict): string {
  const text = renderVerdict(
    { ...verdict, timings: {} },
    { format: 'json', audience: 'human', case: undefined, paint: PLAIN },
  );
  return createHash('sha256').update(text).digest('hex');
}

/** As many as GitHub shows of one step. */
const MOST_ANNOTATIONS = 10;

function annotationsOf({ reasons }: Verdict): string {
  return reasons
    .slice(0, MOST_ANNOTATIONS)
    .map(({ outcome, file, line, message }) =>
      workflowCommand({
        level: outcome === 'regression' ? 'error' : 'warning',
        title: 'Pawl',
        ...(file === null ? {} : { file }),
        ...(line === null ? {} : { line }),
        text: message,
      }),
    )
    .join('');
}
