import type { Sink } from '../language-profile.ts';

const RUN_CODE = { cwe: 'CWE-95', danger: 'run code of their own' };
const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const DECODE = { cwe: 'CWE-502', danger: 'build objects of their own' };

/** With a constant program and its arguments apart, no shell reads the command. */
const PROGRAM_AND_ARGUMENTS = /^\(?"[^"#]*",(?!\w+:)/u;
const CHOSEN_OUTSIDE = /\b(?:params|cookies|request)\b/u;

export const RUBY_SINKS: readonly Sink[] = [
  { name: 'eval', callee: /^(?:(?:Kernel|[\w.]*binding|TOPLEVEL_BINDING)\.)?eval$/u, ...RUN_CODE },
  {
    name: 'eval of a class or an object',
    callee: /(?:^|\.)(?:instance|class|module)_(?:eval|exec)$/u,
    // What stands in the source as a whole text writes methods; it is read with the program.
    unless: /^\(?<<[-~]?"?[A-Z]/u,
    ...RUN_CODE,
  },
  {
    name: 'ERB.new',
    callee: /^(?:ERB|Erubi::Engine|Erubis::Eruby|Liquid::Template|Haml::Engine)\.(?:new|parse)$/u,
    when: CHOSEN_OUTSIDE,
    cwe: 'CWE-1336',
    danger: 'run code of their own',
  },
  {
    name: 'send',
    callee: /(?:^|[.&])(?:public_send|__send__|send|const_get|constantize)$/u,
    when: CHOSEN_OUTSIDE,
    cwe: 'CWE-470',
    danger: 'choose what is called',
  },
  {
    name: 'a shell',
    callee: /^(?:(?:Kernel|Process)\.)?(?:system|exec|spawn)$/u,
    unless: PROGRAM_AND_ARGUMENTS,
    ...RUN_COMMANDS,
  },
  {
    name: 'a shell',
    callee: /^(?:IO\.popen|PTY\.spawn|Open3\.(?:capture[23]e?|popen[23]e?|pipeline\w*))$/u,
    unless: /^\(?(?:"[^"#]*",(?!\w+:)|\[)/u,
    ...RUN_COMMANDS,
  },
  { name: 'a shell', callee: /^$/u, ...RUN_COMMANDS },
  { name: 'open', callee: /^(?:Kernel\.)?open$/u, when: CHOSEN_OUTSIDE, ...RUN_COMMANDS },
  { name: 'Marshal.load', callee: /^Marshal\.(?:load|restore)$/u, ...DECODE },
  {
    name: 'YAML.load',
    callee: /^(?:YAML|Psych)\.(?:load|load_file|load_stream)$/u,
    unless: /\bpermitted_classes:/u,
    ...DECODE,
  },
  { name: 'YAML.unsafe_load', callee: /^(?:YAML|Psych)\.unsafe_load(?:_file)?$/u, ...DECODE },
  {
    name: 'Oj.load',
    callee: /^Oj\.(?:load|object_load)$/u,
    unless: /:(?:strict|compat|null|rails|json)\b/u,
    ...DECODE,
  },
  {
    name: 'SQL built from text',
    callee:
      /\.(?:where|having|order|reorder|group|joins|select|from|pluck|find_by_sql|count_by_sql|execute|exec_query|select_(?:all|one|value|values|rows)|update_all|delete_all|exists\?|query|exec)$|^(?:where|having|order|find_by_sql|execute)$/u,
    // In the first text: what follows it is bound.
    when: /^\(?"(?:(?!",).)*#\{(?![\w.]*(?:table_name|quote|sanitize)|[\w.]+\.to_i\})/u,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
];
