/** What a person who reads a result should know of its rule. */
export interface RuleText {
  readonly title: string;
  readonly description: string;
  readonly why: string;
  readonly mend: string;
}
