/** What a framework says of one test. */
export interface ReportedTest {
  /** From the root of the checkout; for Go its folder. */
  readonly file: string;
  /** The names around it and its own, with a space between. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** How many assertions held, where the framework counts them. */
  readonly asserts?: number;
  readonly message?: string;
}
