/**
 * Text that is safe to print: control characters, bidirectional overrides and invisible characters become visible
 * escapes. File names and code come from the judged repository, and a terminal obeys what is written to it (O08; Trojan
 * Source, CVE-2021-42574), and a build server too: GitHub reads orders from lines that begin with `::`, Azure from `##vso[`.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, escapeCharacter)
    .replace(/^\s*:(?=:)|#(?=#\w*\[)/gu, escapeOrder);
}

function escapeOrder(start: string): string {
  return start.replace(/[:#]/u, escapeCharacter);
}

function escapeCharacter(char: string): string {
  if (char === '\n') return '\\n';
  if (char === '\t') return '\\t';
  if (char === '\r') return '\\r';
  return `\\u{${(char.codePointAt(0) as number).toString(16)}}`;
}
