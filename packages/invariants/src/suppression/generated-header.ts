/**
 * What says of a file that a program wrote it, as linters, platforms and reviewers read it: they look away.
 * https://pkg.go.dev/cmd/go#hdr-Generate_Go_files_by_processing_source
 */
const HEADER =
  /\bcode generated\b[^\n]{0,200}\bdo not edit\b|(?:^|[\s*])@generated\b|\bthis (?:file|code|module|class|source)[^\n]{0,30} (?:is|was|has been) (?:auto(?:matically)?[- ]?)?generated\b|<auto-?generated|\bauto-?generated (?:file|code|by|from|using|with)\b|\bgenerated (?:by|from|automatically|using)\b[^\n]{0,120}\bdo not (?:edit|modify|change|touch)\b|\bdo not (?:edit|modify|change|touch)\b[^\n]{0,120}\bgenerated\b/iu;

/** Only what stands before the code is read as such. */
const FIRST_LINES = 40;

/** The line on which a file says that it was generated; undefined where it says no such thing. */
export function generatedHeader(text: string): { readonly line: number; readonly text: string } | undefined {
  const lines = text.slice(0, 8_000).split('\n', FIRST_LINES);
  let isInside = false;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    const opens = /^(?:\/\*|<!--|"""|'''|\{-|\(\*|=begin)/u.test(trimmed);
    const isComment = isInside || opens || /^(?:\/\/|#|--|;|\*|%|<\?|<!)/u.test(trimmed);
    if (isComment && HEADER.test(trimmed)) return { line: index + 1, text: trimmed.slice(0, 300) };
    if (!isComment && trimmed !== '' && !/^(?:package|['"]use strict|declare\b|namespace\b|<\?php)/u.test(trimmed))
      return undefined;
    isInside =
      (isInside || opens) &&
      !/(?:\*\/|-->|-\}|\*\))$|^=end/u.test(trimmed) &&
      !(isInside ? /"""|'''/u : /^("""|''').*\1$/u).test(trimmed);
  }
  return undefined;
}
