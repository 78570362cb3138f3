import type { Cache, Key } from '@pawl/cache';
import { isPawlError } from '@pawl/errors';
import { caseDigest } from '@pawl/ledger';
import type { ReportCase, ReportExcerpt, ReportReason } from '@pawl/report/page';
import { OUTCOMES, type Reason } from '@pawl/verdict';
import type { Context } from '../context.ts';
import { waiversOf } from '../decisions/accepted-items.ts';
import { type CaseItem, itemsOf } from '../decisions/case-items.ts';
import type { OpenCase } from '../decisions/find-cases.ts';
import type { Desk } from '../decisions/open-desk.ts';
import { recompute } from '../decisions/recompute.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { ENGINES } from '../engines.ts';
import { isLasting } from '../is-lasting.ts';
import { hasTexts, isListOf, isRecord } from '../plain-data.ts';
import { digestOf } from './kept-change.ts';

/** What is found of a case: the same each time. What was decided of it since is found out anew. */
interface ReadCase {
  readonly outcome: NonNullable<ReportCase['outcome']>;
  readonly items: readonly Pick<CaseItem, 'number' | 'reason' | 'excerpt' | 'waivable'>[];
}

export interface CaseToTell {
  readonly case: OpenCase;
  /** The checkpoint that opened it. */
  readonly checkpoint: number | null;
  /** Whether it waits for a person. */
  readonly isOpen: boolean;
}

/** A case with what slipped, recomputed as a review does; where that cannot be done it says why. */
export async function reportCase(
  asked: CaseToTell,
  desk: Desk,
  cache: Cache | undefined,
  context: Context,
): Promise<ReportCase> {
  const one = asked.case;
  try {
    const read = await readCase(one, desk, cache, context);
    const waivers = waiversOf(read.items as readonly CaseItem[], desk.lock.lock, context.now());
    const reasons = read.items.map(({ number, reason, excerpt }): ReportReason => {
      return { ...reason, excerpt: excerptOf(excerpt), waivedUntil: waivers.get(number)?.expires ?? null };
    });
    const standing = standingOf(asked, desk);
    const why = standing.why ?? (standing.state === 'decided' ? [...waivers.values()][0]?.reason : undefined) ?? null;
    return { ...standing, why, outcome: read.outcome, reasons, notRecomputed: null };
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return unreadCase(asked, desk, error.message);
  }
}

/** A case that is not read again: how it stands, and why not more is told. */
export function unreadCase(asked: CaseToTell, desk: Pick<Desk, 'lock'>, why: string): ReportCase {
  return { ...standingOf(asked, desk), outcome: null, reasons: null, notRecomputed: why };
}

async function readCase(one: OpenCase, desk: Desk, cache: Cache | undefined, context: Context): Promise<ReadCase> {
  const by = one.question.lock ?? '';
  const key: Key = ['report-case', ENGINE_VERSION, digestOf(ENGINES), by, caseDigest(one.question)];
  const known = await cache?.get(key);
  if (isReadCase(known)) return known;
  const { judged, evidence, files } = await recompute(desk, one, context, { cache: cache !== undefined });
  const items = itemsOf(judged.reasons, evidence, files);
  const read: ReadCase = {
    outcome: judged.outcome,
    items: items.map(({ number, reason, excerpt, waivable }) => ({ number, reason, excerpt, waivable })),
  };
  if (isLasting(evidence)) await cache?.put(key, read);
  return read;
}

type Standing = Pick<ReportCase, 'id' | 'openedAt' | 'checkpoint' | 'state' | 'why'>;

function standingOf(
  { case: { id, openedAt, question: asked, loops }, checkpoint, isOpen }: CaseToTell,
  { lock: { lock } }: Pick<Desk, 'lock'>,
): Standing {
  const told = { id, openedAt, checkpoint };
  // What an older version released names the number alone, which another case may have.
  const released = lock.releases.find(({ case: number, question }) =>
    question === undefined ? number === id && loops.length === 0 : question === caseDigest(asked),
  );
  if (released !== undefined) return { ...told, state: 'released', why: released.reason };
  return { ...told, state: isOpen ? 'open' : 'decided', why: null };
}

function excerptOf(excerpt: CaseItem['excerpt']): ReportExcerpt | null {
  return excerpt ?? null;
}

/** What is in a cache may be anything: what a page shows is escaped, and a shape that it does not know would end it. */
function isReadCase(value: unknown): value is ReadCase {
  if (!isRecord<ReadCase>(value) || !OUTCOMES.some((outcome) => outcome === value.outcome)) return false;
  return isListOf(value.items, (item) => {
    if (!isRecord<CaseItem>(item) || !Number.isSafeInteger(item.number) || !isReason(item.reason)) return false;
    return isAbsentOr(item.excerpt, isExcerpt) && isAbsentOr(item.waivable, isWaivable);
  });
}

function isAbsentOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isReason(value: unknown): boolean {
  return isRecord<Reason>(value) && hasTexts(value, ['kind', 'outcome', 'message']) && Array.isArray(value.cwe);
}

function isExcerpt(value: unknown): boolean {
  if (!isRecord<ReportExcerpt>(value) || !hasTexts(value, ['file']) || !Number.isSafeInteger(value.leftOut))
    return false;
  return isListOf(value.lines, (line) => {
    return hasTexts(line, ['mark', 'text']) && Number.isSafeInteger((line as { readonly line?: unknown }).line);
  });
}

function isWaivable(value: unknown): boolean {
  return hasTexts(value, ['fingerprint', 'snippet', 'tool', 'rule', 'file']);
}
