/** What a forge answered to one question. */
export interface Answer {
  readonly status: number;
  /** As JSON; `undefined` where it was none. */
  readonly body: unknown;
}

/** What is known of a token; a question that was not asked has no answer. */
export interface ForgeAnswers {
  readonly forge: 'github' | 'gitlab';
  /** The scopes of a classic token; `undefined` for others, which name none. */
  readonly scopes: readonly string[] | undefined;
  /** The repository as the holder of the token sees it. */
  readonly repository: Answer | undefined;
  /** How the protected branch is protected. */
  readonly protection: Answer | undefined;
  /** GitHub: which rules apply to it, of whatever ruleset. */
  readonly rules: Answer | undefined;
  /** GitHub: each ruleset that applies. */
  readonly rulesets: readonly Answer[];
}

export interface TokenFacts {
  /** `none`: there is no forge. `foreign`: one whose API nobody named. `not-asked`: no token and no answers were given. */
  readonly asked:
    | { readonly kind: 'none' }
    | { readonly kind: 'foreign'; readonly host: string }
    | { readonly kind: 'not-asked'; readonly forge: 'github' | 'gitlab'; readonly project: string }
    | { readonly kind: 'failed'; readonly why: string; readonly next: string | undefined }
    | { readonly kind: 'answered'; readonly answers: ForgeAnswers; readonly project: string };
  /** The protected branch. */
  readonly target: string;
}
