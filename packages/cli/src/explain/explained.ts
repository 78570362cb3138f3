import type { CaseReview, ReviewItem, ScannerRule } from '@pawl/checkpoint';
import type { BookRule } from './rule-book.ts';

/** What `pawl explain` found. */
export type Explained =
  | { readonly kind: 'rules'; readonly rules: readonly BookRule[] }
  | { readonly kind: 'rule'; readonly rule: BookRule; readonly page: string }
  | { readonly kind: 'scanner-rule'; readonly rules: readonly ScannerRule[] }
  /** Whoever is not plainly a person learns no more than by a review. */
  | { readonly kind: 'stopped'; readonly case: string | undefined }
  | { readonly kind: 'case'; readonly review: CaseReview }
  /** One item by its number, or all of a case that are the same but for their place; one at least. */
  | { readonly kind: 'finding'; readonly review: CaseReview; readonly items: readonly ReviewItem[] };
