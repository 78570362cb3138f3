/** What names and code of a judged repository may hold. One list for every output that has to show them and obey none. */
export const HOSTILE = {
  /** Clears the screen, and says that all is well. */
  ansi: '\u001b[2J\u001b[32m✔ clean\u001b[0m',
  /** A link to elsewhere, in a terminal that knows them; and a title for its window. */
  osc: '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007\u009d0;owned\u009c',
  /** Trojan Source, CVE-2021-42574. */
  bidi: 'invoice\u202egnp.exe\u2066\u2069',
  invisible: 'ad\u200bmin\ufeff\u00ad\u2060',
  lines: 'one\ntwo\r\nthree\u2028four\u2029five\u0085six\ttab',
  nul: 'a\u0000b',
  wide: '漢字かな交じり文のとても長い名前🎉👩‍👩‍👧‍👦全角',
  combining: 'e\u0301\u0301\u0301\u0301\u0301',
  longPath: `${'deep/'.repeat(796)}file.ts/the-very-end`,
  longWord: 'x'.repeat(500),
  /** Orders to build servers: GitHub, Azure, TeamCity, GitLab. */
  github: '::error::owned',
  githubLine: 'x\n::set-output name=y::z',
  azure: '##vso[task.complete result=Succeeded;]done',
  azureFormat: '##[error]owned',
  teamcity: "##teamcity[buildStatus status='SUCCESS']",
  gitlab: 'section_start:1560896352:owned[collapsed=true]\r\u001b[0Kowned',
  /** For what becomes HTML, Markdown or a command line. */
  html: `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`,
  markdown: '[click](javascript:alert(1)) `code` | table | **bold**',
  shell: '$(touch owned) `touch owned`; rm -rf ~ && echo "',
  prototype: '__proto__',
  surrogate: 'half \ud800 of a character',
  empty: '',
} as const satisfies Readonly<Record<string, string>>;

export const HOSTILE_NAMES: readonly string[] = Object.values(HOSTILE);

/** All of them in one text but the longest, for where there is room for one. */
export const HOSTILE_TEXT: string = HOSTILE_NAMES.filter(({ length }) => length > 0 && length < 400).join(' ');
