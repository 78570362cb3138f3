import { cweName } from '@pawl/sarif';

export interface Weakness {
  /** Like `CWE-79`. */
  readonly id: string;
  /** What MITRE calls it; `null` where it is not known here. */
  readonly name: string | null;
  readonly page: string | null;
}

/** What a weakness is called, and where MITRE describes it. */
export function weaknessOf(id: string): Weakness {
  const number = /^CWE-(\d{1,6})$/u.exec(id)?.[1];
  const page = number === undefined ? null : `https://cwe.mitre.org/data/definitions/${number}.html`;
  return { id, name: cweName(id) ?? null, page };
}
