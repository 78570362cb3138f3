import { isPawlError } from '@pawl/errors';
import { type AuditedEntry, caseDigest, latchOfTip, releasedIn } from '@pawl/ledger';
import type { ReportCase } from '@pawl/report/page';
import type { Context } from '../context.ts';
import { findCase, type OpenCase, openCases } from '../decisions/find-cases.ts';
import type { Desk } from '../decisions/open-desk.ts';
import { openCacheFor } from '../open-cache-for.ts';
import { type CaseToTell, reportCase, unreadCase } from './report-cases.ts';
import type { ReportProgress, ReportRequest } from './report-request.ts';
import { sentenceOf } from './sentence-of.ts';

/** Each case is a judgement of its own; of older ones a person reads the few that matter one by one. */
const MOST_READ = 50;

export interface ToldCases {
  /** Newest first. */
  readonly cases: readonly ReportCase[];
  readonly missing: readonly string[];
}

/** The cases of a loop: those that its checkpoints opened, and those of another loop that keep it stopped. */
export async function tellCases(
  entries: readonly AuditedEntry[],
  desk: Desk,
  { cache: wanted }: Pick<ReportRequest, 'cache'>,
  context: Context,
  progress: ReportProgress,
): Promise<ToldCases> {
  const open = await openCases(desk).catch((error: unknown) => ({ why: sentenceOf(error) }));
  const known = 'why' in open ? [] : open;
  const opened = casesOf(entries, known);
  const inherited = await inheritedBy(entries, opened, desk);
  const all = [...opened, ...inherited.cases].sort((a, b) => (a.case.openedAt < b.case.openedAt ? 1 : -1));
  const cache = await openCacheFor(desk.repository, context, { tier: 'full', cache: wanted });
  const told: ReportCase[] = [];
  for (const [at, one] of all.entries()) {
    progress(at, all.length, 'cases read');
    const isRead = at < MOST_READ || one.isOpen;
    told.push(isRead ? await reportCase(one, desk, cache, context) : unreadCase(one, desk, older(one)));
  }
  await cache?.close();
  const unread = told.filter(({ reasons }) => reasons === null);
  return {
    cases: told,
    missing: [
      ...('why' in open ? [`which cases are open: ${open.why}`] : []),
      ...inherited.missing,
      ...(unread.length > 0 ? [`what stopped ${unread.length} of ${told.length} cases: each says why`] : []),
    ],
  };
}

function older({ case: { id } }: CaseToTell): string {
  return `only the newest ${MOST_READ} cases are read again: pawl review ${id}`;
}

function casesOf(entries: readonly AuditedEntry[], open: readonly OpenCase[]): readonly CaseToTell[] {
  const waiting = new Map(open.map((one) => [caseDigest(one.question), one]));
  const cases = new Map<string, CaseToTell>();
  for (const { statement } of entries) {
    const { case: id, at, sequence, question: asked } = statement.predicate;
    const question = { lock: asked.lock, base: asked.base, tree: asked.tree, tier: asked.tier };
    const name = caseDigest(question);
    if (id === null || cases.has(name)) continue;
    const one = { id, question, openedAt: at, loops: waiting.get(name)?.loops ?? [] };
    cases.set(name, { case: one, checkpoint: sequence, isOpen: waiting.has(name) });
  }
  return [...cases.values()];
}

async function inheritedBy(
  entries: readonly AuditedEntry[],
  own: readonly CaseToTell[],
  desk: Desk,
): Promise<{ readonly cases: readonly CaseToTell[]; readonly missing: readonly string[] }> {
  const tip = entries.at(-1);
  const latch = tip === undefined ? [] : latchOfTip(tip, releasedIn(desk.lock.lock));
  const cases: CaseToTell[] = [];
  const missing: string[] = [];
  for (const id of new Set(latch.filter((number) => !own.some((one) => one.case.id === number)))) {
    try {
      cases.push({ case: await findCase(desk, id), checkpoint: null, isOpen: true });
    } catch (error) {
      if (!isPawlError(error)) throw error;
      missing.push(`what case ${id} is about: ${error.message}`);
    }
  }
  return { cases, missing };
}
