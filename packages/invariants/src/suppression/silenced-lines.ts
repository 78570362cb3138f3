/** A comment that ends what others of its tool began; one that names no rules ends all of it. */
export interface End {
  readonly tool: string;
  readonly rules: readonly string[];
  readonly line: number;
}

/** The last line that a block silences. It goes on to the end of the file where nobody ends it. */
export function endOf(start: End, ends: readonly End[]): number {
  const end = ends.find(({ tool, rules, line }) => tool === start.tool && line > start.line && endsAll(rules, start));
  return end === undefined ? Infinity : end.line - 1;
}

/** What silences everything goes on until everything is asked for again. */
function endsAll(rules: readonly string[], start: End): boolean {
  return rules.length === 0 || (start.rules.length > 0 && start.rules.every((rule) => rules.includes(rule)));
}
