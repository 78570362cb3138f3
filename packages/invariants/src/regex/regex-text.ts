/** A regular expression as the code has it. */
export interface RegexText {
  /** The pattern without delimiters: what is between the slashes, or what the string literal says after its own escapes. */
  readonly source: string;
  /** JavaScript's letters, or Python's as in `(?aimsux)`. Say `a` for a Python pattern of bytes. */
  readonly flags: string;
  readonly flavour: 'javascript' | 'python';
  /** Where the call holds the match: `start` for `re.match`, `whole` for `re.fullmatch`. Nowhere if it is left out. */
  readonly held?: 'start' | 'whole';
}
