/** What git looks for: broader than what counts, because not every git knows where a word ends. */
export const LOOKED_FOR: readonly string[] = [
  ...[
    'CVE-[0-9]{4}-[0-9]',
    'Merge commit from fork',
    'GHSA-[0-9a-z]{4}-',
    'securit',
    'vulnerab',
    'exploit',
    'xss',
    'cross.site',
    'csrf',
    'ssrf',
  ],
  ...['injection', 'traversal', 'prototype.pollution', 'redos', 'smuggl', 'open redirect', 'code execution'],
  ...['timing.attack', 'bypass', 'denial.of.service', 'privilege', 'deserializ', 'zip.?slip', 'session.fixation'],
];

const IDS = /\bCVE-\d{4}-\d{4,}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b/giu;

const WORDS: readonly RegExp[] = [
  /\bvulnerabilit(?:y|ies)\b|\bvulnerable\b/iu,
  /\bsecurity[ -](?:fix(?:es)?|issues?|bugs?|holes?|flaws?|patch(?:es)?|advisor(?:y|ies)|problems?|risks?|hardening)\b/iu,
  /\b(?:fix(?:es|ed)?|patch(?:es)?)\b.{0,20}\bsecurity\b/iu,
  /\bXSS\b|\bcross[- ]site[- ]scripting\b/iu,
  /\bCSRF\b|\bcross[- ]site[- ]request\b/iu,
  /\bSSRF\b|\bserver[- ]side[- ]request[- ]forgery\b/iu,
  /\b(?:SQL|command|code|header|CRLF|template|log|NoSQL|shell|argument|HTML)[- ]injection\b/iu,
  /\b(?:path|directory)[- ]traversal\b|\bzip[- ]?slip\b/iu,
  /\bprototype[- ]pollution\b/iu,
  /\bReDoS\b|\bcatastrophic backtracking\b|\bdenial[- ]of[- ]service\b/iu,
  /\b(?:request|response)[- ]smuggling\b|\bresponse[- ]splitting\b/iu,
  /\bopen[- ]redirect/iu,
  /\bremote[- ]code[- ]execution\b|\barbitrary[- ](?:code|commands?|files?)\b/iu,
  /\btiming[- ]attacks?\b|\bprivilege[- ]escalation\b|\bsession[- ]fixation\b/iu,
  /\b(?:auth\w*|permission|access[- ]control|validation|check)s?[- ]bypass\b/iu,
];

/** Somebody mended something; without such a word a message may be about a new feature. */
const MENDS =
  /\b(?:fix|prevent|avoid|mitigat|protect|reject|refus|sanitiz|sanitis|escap|block|harden|disallow|forbid|vulnerab|patch|resolv|clos|restrict|limit|valid|secur)/iu;

/** What a forge writes where a fix was made in private, next to its advisory. */
const FROM_ADVISORY = /^Merge (?:commit from fork|pull request from GHSA-)/u;

/** Another commit's words: taken back, or brought in by a newer version of a dependency. */
const ANOTHERS =
  /^(?:revert\b|bump\b|merge\b|upgrade\b|feat(?:\([^)]*\))?!?:|docs?(?:\([^)]*\))?:|release\b|version\b|v?\d+\.\d+|(?:chore|build)\(deps)/iu;

/**
 * The words by which a message says that its commit mends a hole, each once; none where it does not. It is a guess: some fixes say nothing,
 * and some messages say too much.
 */
export function wordsOfFix(message: string): readonly string[] {
  const ids = message.match(IDS) ?? [];
  const [advisory] = FROM_ADVISORY.exec(message) ?? [];
  if (advisory !== undefined) return [...new Set([advisory.toLowerCase(), ...ids.map((id) => id.toUpperCase())])];
  if (ANOTHERS.test(message)) return [];
  const words = MENDS.test(message) ? WORDS.flatMap((word) => word.exec(message)?.[0] ?? []) : [];
  return [...new Set([...ids.map((id) => id.toUpperCase()), ...words.map((word) => word.toLowerCase())])];
}

export function isFromAdvisory(message: string): boolean {
  return FROM_ADVISORY.test(message);
}

/** Whether a line of prose is about security at all. */
export function isAboutSecurity(line: string): boolean {
  return (
    /\bCVE-\d{4}-\d{4,}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b|\bsecurity\b/iu.test(line) ||
    WORDS.some((word) => word.test(line))
  );
}
