import type { CaseReview, Review, ReviewItem } from '@pawl/checkpoint';
import { nearest } from '@pawl/document';
import { UsageError } from '../usage-error.ts';
import type { Explained } from './explained.ts';
import { findRule, openRuleBook, type RuleBook } from './rule-book.ts';

/** Reads a case again, or without a number the open one or a list of them. */
export type ReadCase = (number: string | undefined) => Promise<Review>;

/** A case by its number or the whole digest of its question, and perhaps an item of it. */
const CASE = /^(?<number>[0-9a-f]{8}|[0-9a-f]{64})(?::(?<item>[1-9]\d{0,5}))?$/u;
/** The identity of a finding, or its beginning. */
const FINGERPRINT = /^[0-9a-f]{9,63}$/u;

/**
 * What a rule, a case or a finding is. Words are joined as a review writes them: `semgrep some.rule` is
 * `semgrep/some.rule`.
 *
 * @throws UsageError where there is no such thing
 */
export async function explain(words: readonly string[], readCase: ReadCase, pages?: URL): Promise<Explained> {
  const asked = words.join(' ').trim().replaceAll(/\s+/gu, '/');
  const book = await openRuleBook(pages);
  if (asked === '') return { kind: 'rules', rules: book.rules };
  const { number, item } = CASE.exec(asked)?.groups ?? {};
  if (number !== undefined) return explainCase(await readCase(number), item);
  if (FINGERPRINT.test(asked)) return explainFinding(asked, readCase);
  return explainRule(asked, book);
}

async function explainRule(name: string, book: RuleBook): Promise<Explained> {
  const rule = findRule(book, name);
  if (rule !== undefined) return { kind: 'rule', rule, page: await book.pageOf(rule) };
  const { scannerRuleNames, scannerRules } = await import('@pawl/checkpoint');
  const rules = await scannerRules(name);
  if (rules.length > 0) return { kind: 'scanner-rule', rules };
  throw unknownRule(name, book, await scannerRuleNames());
}

function explainCase(read: Review, item: string | undefined): Explained {
  if (read.kind === 'agent') return { kind: 'stopped', case: read.case };
  if (read.kind === 'list') throw new Error('a case that was named is no list');
  if (item === undefined) return { kind: 'case', review: read };
  const found = read.items.find(({ number }) => number === Number(item));
  if (found !== undefined) return { kind: 'finding', review: read, items: [found] };
  throw new UsageError('usage', `case ${read.case.id} has no item ${item}; it has ${read.items.length}`, {
    next: `pawl explain ${read.case.id}`,
  });
}

/** Which case it is of nobody knows before each was read again. */
async function explainFinding(fingerprint: string, readCase: ReadCase): Promise<Explained> {
  const open = await readCase(undefined);
  if (open.kind === 'agent') return { kind: 'stopped', case: open.case };
  for (const review of await reviewsOf(open, readCase)) {
    const items = review.items.filter((one) => isOf(one, fingerprint));
    if (items.length > 0) return { kind: 'finding', review, items };
  }
  throw new UsageError('usage', `no open case has a finding with the fingerprint ${fingerprint}`, {
    next: 'see the open cases: pawl review',
  });
}

async function reviewsOf(open: Exclude<Review, { readonly kind: 'agent' }>, readCase: ReadCase): Promise<CaseReview[]> {
  if (open.kind === 'case') return [open];
  const reviews: CaseReview[] = [];
  for (const { id } of open.cases) {
    const review = await readCase(id);
    if (review.kind === 'case') reviews.push(review);
  }
  return reviews;
}

function isOf({ subject, waivable }: ReviewItem, fingerprint: string): boolean {
  const known = [waivable?.fingerprint, subject && 'finding' in subject ? subject.finding.fingerprint : undefined];
  return known.some((one) => one?.startsWith(fingerprint));
}

/** More suggestions than these are a list. */
const MOST = 5;

function unknownRule(name: string, { rules }: RuleBook, ofScanners: readonly string[]): UsageError {
  const own = rules.map(({ rule }) => rule);
  const bare = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const meant = [nearest(bare, own), nearest(name, ofScanners) ?? nearest(bare, ofScanners)];
  const alike = bare.length < 3 ? [] : own.filter((rule) => rule.includes(bare));
  const offered = [...new Set([...meant, ...alike].filter((one) => one !== undefined))].slice(0, MOST);
  const hint = offered.length > 0 ? `did you mean ${either(offered)}?` : `our own rules are ${own.join(', ')}`;
  return new UsageError('usage', `there is no rule ${JSON.stringify(name)}; ${hint}`, {
    next: 'what each is about: pawl explain',
  });
}

function either(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
