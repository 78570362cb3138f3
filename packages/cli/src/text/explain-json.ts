import type { CaseReview, ReviewItem, ScannerRule } from '@pawl/checkpoint';
import { documentText, reasonText, STOPPED, weaknessOf } from '@pawl/report';
import type { Explained } from '../explain/explained.ts';

/** The same for a program. The schema says what a reader may rely on. */
export function explainJson(explained: Explained): string {
  return documentText('pawl/explain@1', contentOf(explained));
}

function contentOf(explained: Explained): object {
  const { kind } = explained;
  switch (kind) {
    case 'rules':
      return { kind, rules: explained.rules };
    case 'rule':
      return { kind, ...explained.rule, page: explained.page };
    case 'scanner-rule':
      return { kind, scannerRules: explained.rules.map(scannerRuleOf) };
    case 'stopped':
      return { kind, case: explained.case ?? null, message: STOPPED };
    case 'case':
      return { kind, ...caseOf(explained.review), items: explained.review.items.map(itemOf) };
    case 'finding':
      return { kind, ...caseOf(explained.review), items: explained.items.map(itemOf) };
  }
}

function scannerRuleOf({ cwe, runs, ...known }: ScannerRule): object {
  return {
    ...known,
    weaknesses: cwe.map(weaknessOf),
    runs: runs.when,
    setting: 'setting' in runs ? runs.setting : null,
    leftOut: runs.when === 'left-out' ? runs.why : null,
  };
}

function caseOf({ case: { id }, verdict: { outcome } }: CaseReview): object {
  return { case: id, outcome };
}

function itemOf({ number, reason, subject, waivable }: ReviewItem): object {
  const { title, why, mend, page } = reasonText(reason);
  const found = subject && 'finding' in subject ? subject.finding.fingerprint : undefined;
  return {
    number,
    ...reason,
    title,
    why,
    mend,
    page: page ?? null,
    fingerprint: found ?? waivable?.fingerprint ?? null,
  };
}
