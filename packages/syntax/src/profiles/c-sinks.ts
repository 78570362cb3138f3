import type { Sink } from '../language-profile.ts';

const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const OVERFLOW = { cwe: 'CWE-120', danger: 'write past the end of a buffer' };
const FORMAT = { cwe: 'CWE-134', danger: 'read and write memory by a format' };

/** A name in capitals is a constant of the preprocessor, `_(…)` a text that is translated. */
const LITERAL = String.raw`(?:[LuU]8?)?"|[A-Z][A-Z0-9_]+\b|_\w*\(`;
const NO_LITERAL_FIRST = new RegExp(String.raw`^\((?!${LITERAL})`, 'u');
const NO_LITERAL_SECOND = new RegExp(String.raw`^\([^,]+,(?!${LITERAL})`, 'u');
const NO_LITERAL_THIRD = new RegExp(String.raw`^\([^,]+,[^,]+,(?!${LITERAL})`, 'u');
/** `%s` without a width: `%.10s` writes no more than ten. */
const UNLIMITED_TEXT = /^\([^"]*"[^"]*%-?\d*l?s/u;

export const C_SINKS: readonly Sink[] = [
  { name: 'system', callee: /^(?:(?:std)?::)?_?w?(?:system|popen)$/u, when: NO_LITERAL_FIRST, ...RUN_COMMANDS },
  {
    name: 'system',
    callee: /^(?:(?:std)?::)?_?w?(?:system|popen)$/u,
    when: /^\("[^"]*"\s?\+|^\("[^"]*"[^,)]*\w\(/u,
    ...RUN_COMMANDS,
  },
  {
    name: 'a shell',
    callee: /^(?:::)?(?:exec[lv]p?e?|posix_spawnp?|g_spawn_command_line_\w+|ShellExecute[AW]?|WinExec)$/u,
    when: /"-c"|^\((?!")\w+(?:,|\)$)(?!.*,)/u,
    ...RUN_COMMANDS,
  },
  { name: 'gets', callee: /^(?:(?:std)?::)?gets$/u, ...OVERFLOW },
  {
    name: 'strcpy',
    callee: /^(?:(?:std)?::)?(?:str|wcs)(?:cpy|cat)$|^(?:stpcpy|lstrcpy[AW]?|_mbscpy)$/u,
    when: NO_LITERAL_SECOND,
    ...OVERFLOW,
  },
  { name: 'sprintf', callee: /^(?:(?:std)?::)?v?sprintf$/u, when: UNLIMITED_TEXT, ...OVERFLOW },
  { name: 'scanf', callee: /^(?:(?:std)?::)?v?[fs]?scanf$/u, when: /%l?[s[]/u, ...OVERFLOW },
  {
    name: 'a format that is data',
    callee: /^(?:(?:std)?::)?(?:printf|warnx?|g_print|g_warning|NSLog)$/u,
    when: NO_LITERAL_FIRST,
    ...FORMAT,
  },
  {
    name: 'a format that is data',
    callee:
      /^(?:(?:std)?::)?(?:fprintf|dprintf|sprintf|syslog|errx?|luaL_error|g_string_append_printf|g_string_printf)$/u,
    when: NO_LITERAL_SECOND,
    ...FORMAT,
  },
  {
    name: 'a format that is data',
    callee: /^(?:(?:std)?::)?(?:snprintf|swprintf)$/u,
    when: NO_LITERAL_THIRD,
    ...FORMAT,
  },
  {
    name: 'dlopen',
    callee: /^(?:::)?(?:dlopen|LoadLibrary(?:Ex)?[AW]?|g_module_open)$/u,
    when: NO_LITERAL_FIRST,
    unless: /^\((?:NULL|nullptr|0)\b/u,
    cwe: 'CWE-114',
    danger: 'choose what is loaded',
  },
  {
    name: 'a predictable temporary file',
    callee: /^(?:::)?(?:mktemp|tmpnam|tempnam|_mktemp)$/u,
    cwe: 'CWE-377',
    danger: 'put a file of their own in its place',
  },
];
