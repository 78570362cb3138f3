/** What can be wrong with a page. Each is a failure of the build: a reader would meet it. */
export type WarningKind =
  | 'broken-link'
  | 'missing-anchor'
  | 'missing-picture'
  | 'picture-without-text'
  | 'not-in-navigation'
  | 'heading-jump'
  | 'duplicate-id'
  | 'machine-path'
  | 'raw-html'
  | 'flow-chart';

export interface Warning {
  readonly kind: WarningKind;
  /** The Markdown file, from the root of the workspace. */
  readonly page: string;
  /** Where the block begins that it is in, from 1. */
  readonly line: number;
  readonly text: string;
}

export function warningText({ kind, page, line, text }: Warning): string {
  return `${page}:${line}: ${text} (${kind})`;
}
