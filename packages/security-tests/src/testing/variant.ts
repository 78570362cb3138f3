/** One way to write something: a test of one file before and after, and the rule that it stops with, `''` for none. */
export type Variant = readonly [title: string, before: string, after: string, rule: string];
