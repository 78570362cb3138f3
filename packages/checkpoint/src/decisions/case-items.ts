import { type Pin, pinOfFinding, pinOfSuppression, type Waived } from '@pawl/baseline';
import type { Finding, InvariantFinding, Suppression } from '@pawl/findings';
import type { Evidence, Reason } from '@pawl/verdict';
import type { ChangedFile } from '../read-change.ts';
import { pinOfLoss } from './accept-losses.ts';
import { type Excerpt, excerptAt } from './excerpt.ts';

/** One thing that a person decides about. Its number is the same whenever the case is recomputed. */
export interface CaseItem {
  readonly number: number;
  readonly reason: Reason;
  readonly excerpt: Excerpt | undefined;
  /** What a waiver of it would be bound to; `undefined` where it cannot be waived. */
  readonly waivable: Waived | undefined;
  /** Absent where the reason is about no code. */
  readonly subject: Subject | undefined;
}

export type Subject =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'loss'; readonly finding: InvariantFinding }
  | { readonly kind: 'suppression'; readonly suppression: Suppression };

/** What slipped, item by item, worst first. */
export function itemsOf(
  reasons: readonly Reason[],
  evidence: Evidence,
  files: readonly ChangedFile[],
): readonly CaseItem[] {
  const subjects = subjectsByReason(evidence);
  return reasons.map((reason, at) => {
    // Reasons that cannot be told apart are about things that cannot either, so any order will do.
    const subject = subjects.get(keyOf(reason))?.shift();
    return {
      number: at + 1,
      reason,
      excerpt: excerptOf(reason, subject, files),
      waivable: subject && waivableOf(subject, files),
      subject,
    };
  });
}

function excerptOf(
  { file, line }: Reason,
  subject: Subject | undefined,
  files: readonly ChangedFile[],
): Excerpt | undefined {
  if (file === null) return undefined;
  const code = subject?.kind === 'suppression' ? subject.suppression.text : subject?.finding.snippet;
  return excerptAt(files, { file, line, code });
}

function subjectsByReason({ delta, invariants = [], suppressions = [] }: Evidence): ReadonlyMap<string, Subject[]> {
  const found = new Map<string, Subject[]>();
  const add = (key: string, subject: Subject): void => void found.set(key, [...(found.get(key) ?? []), subject]);
  const place = ({ location: { file, line, symbol } }: Finding | Suppression) => ({ file, line, symbol });
  for (const finding of delta?.introduced ?? [])
    add(keyOf({ ...finding, ...place(finding), kind: 'introduced-finding' }), { kind: 'finding', finding });
  for (const { head: finding } of delta?.worsened ?? [])
    add(keyOf({ ...finding, ...place(finding), kind: 'worsened-finding' }), { kind: 'finding', finding });
  for (const finding of invariants) add(keyOf({ ...finding, ...place(finding) }), { kind: 'loss', finding });
  for (const suppression of suppressions) {
    const { tool, rules } = suppression;
    const rule = rules.length === 0 ? null : rules.join(', ');
    add(keyOf({ ...place(suppression), tool, rule, kind: 'suppression' }), { kind: 'suppression', suppression });
  }
  return found;
}

type Key = Pick<Reason, 'kind' | 'tool' | 'rule' | 'file' | 'line' | 'symbol'> & { readonly message?: string };

function keyOf({ kind, tool, rule, file, line, symbol, message }: Key): string {
  // The messages of these two are put together from more than the finding.
  const said = kind === 'worsened-finding' || kind === 'suppression' ? '' : message;
  return JSON.stringify([kind, tool, rule, file, line, symbol, said]);
}

function waivableOf(subject: Subject, files: readonly ChangedFile[]): Waived | undefined {
  const what = subject.kind === 'suppression' ? subject.suppression : subject.finding;
  const pin = pinOf(subject, files);
  const rule = 'rule' in what ? what.rule : what.rules.join(', ') || 'every rule';
  return pin && { ...pin, tool: what.tool, rule, file: what.location.file };
}

function pinOf(subject: Subject, files: readonly ChangedFile[]): Pin | undefined {
  switch (subject.kind) {
    case 'finding':
      return pinOfFinding(subject.finding);
    case 'loss':
      return pinOfLoss(files, subject.finding);
    case 'suppression':
      return pinOfSuppression(subject.suppression);
  }
}
