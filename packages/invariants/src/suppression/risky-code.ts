import type { LineRange } from '@pawl/syntax';
import { lineIndex } from './line-index.ts';

/** A kind of call that scanners look for, and the rules that do, as the tools name them. */
interface Risk {
  readonly name: string;
  readonly code: RegExp;
  readonly rules: RegExp;
}

/** Calls that a scanner would look at, in whatever language. */
export const RISKS: readonly Risk[] = [
  {
    name: 'code',
    code: /\b(?:eval|new Function|vm\.run\w+|runIn\w*Context|compileFunction|instance_eval|class_eval|create_function|exec(?=\(["'f]))\s*\(/gu,
    rules: /eval|exec-used|new-func|S102|S307|B102|B307|W012[23]|PGH001/iu,
  },
  {
    name: 'command',
    code: /\b(?:exec(?:Sync|File|FileSync)?|spawn(?:Sync)?|system|popen|Popen|subprocess\.\w+|passthru|shell_exec|proc_open|Process\.Start|ProcessBuilder|exec\.Command)\s*\(/gu,
    rules: /child|process|exec|shell|command|S60[2-7]|B60[2-7]|G204|SystemExec|env33/iu,
  },
  {
    name: 'query',
    code: /\b(?:query|execute|executemany|executescript|raw|\$queryRawUnsafe|\$executeRawUnsafe|createQuery|createNativeQuery|rawQuery|get_results|get_var|find_by_sql)\s*\(/gu,
    rules: /sql|query|injection|S608|B608|G20[12]|PreparedSQL|DB\.|CA2100/iu,
  },
  {
    name: 'markup',
    code: /\b(?:innerHTML|outerHTML)\s*\+?=(?!=)|\bdangerouslySetInnerHTML\b|\b(?:document\.write(?:ln)?|insertAdjacentHTML|mark_safe|html_safe|raw|bypassSecurityTrust\w+)\s*\(/gu,
    rules: /html|xss|danger|unsanitized|escape|OutputSafety|S308|B308|B703/iu,
  },
  {
    name: 'objects',
    code: /\b(?:pickle\.loads?|yaml\.load|marshal\.loads?|unserialize|deserialize|readObject|Marshal\.load|BinaryFormatter)\s*\(/gu,
    rules: /pickle|marshal|yaml|deserial|unserial|S30[12]|S506|B30[12]|B506|SYSLIB/iu,
  },
  {
    name: 'trust',
    code: /\bverify\s*=\s*False\b|\brejectUnauthorized\s*:\s*false\b|\bInsecureSkipVerify\s*:\s*true\b|_create_unverified_context\s*\(/gu,
    rules: /tls|ssl|cert|verify|S323|S50[1-4]|B323|B50[1-4]|G402/iu,
  },
  {
    name: 'memory',
    code: /\b(?:strcpy|strcat|sprintf|gets|memcpy|alloca|scanf)\s*\(/gu,
    rules: /cert|buffer|bounds|overflow|str|bugprone|analyzer|printf/iu,
  },
];

/** A call of a text that a scanner would look at: what it is, without what it is given, and the offset where it stands. */
export interface RiskyCode {
  readonly risk: string;
  readonly code: string;
  readonly line: number;
  readonly offset: number;
}

/** The risky calls of some code, by line. What stands in comments is the caller's to leave out. */
export function riskyCode(text: string): readonly RiskyCode[] {
  const lineOf = lineIndex(text);
  const found = RISKS.flatMap(({ name, code }) =>
    [...text.matchAll(code)].map((match) => ({
      risk: name,
      code: match[0].replace(/\s+/gu, ''),
      offset: match.index,
    })),
  );
  return found.sort((a, b) => a.offset - b.offset).map((one) => ({ ...one, line: lineOf(one.offset) }));
}

/** Whether a directive that names these rules silences what looks for this risk. Rules that nobody knows silence anything. */
export function isSilenced({ risk }: RiskyCode, rules: readonly string[]): boolean {
  if (rules.length === 0) return true;
  const known = RISKS.filter((one) => rules.some((rule) => one.rules.test(rule)));
  return known.length === 0 || known.some(({ name }) => name === risk);
}

export function isWithin(line: number, ranges: readonly LineRange[]): boolean {
  return ranges.some(({ first, last }) => first <= line && line <= last);
}
