import type { Sink } from '../language-profile.ts';

const RUN_CODE = { cwe: 'CWE-95', danger: 'run code of their own' };
const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const CHANGE_QUERY = { cwe: 'CWE-89', danger: 'change the query' };

/** A variable or the result of a call: constants have names too. */
const COMPUTED = /\$|[\w\]]\(/u;
/** Names that a program gives its own tables, which no placeholder can stand for. */
const VARIABLE = String.raw`\{?\$(?!wpdb\b|this->|(?:\w*_)?(?:table|tbl|prefix)(?:s|_?name)?\b|db->|config\b)\w`;
/** Text with a variable in it or after it. A quote with a comma or a bracket after it ends a text. */
const BUILT = new RegExp(String.raw`"(?![,).\];=:?])[^"]*${VARIABLE}|"\.\s?${VARIABLE}|"\.[\w\\]+\(`, 'u');
const ESCAPED =
  /prepare\(|quote\w*\(|escape\w*\(|esc_sql\(|intval\(|absint\(|\((?:int|integer|float)\)\s?\$|implode\(",",array_fill/u;

export const PHP_SINKS: readonly Sink[] = [
  { name: 'eval', callee: /^\\?eval$/u, when: COMPUTED, ...RUN_CODE },
  { name: 'create_function', callee: /^\\?create_function$/u, when: COMPUTED, ...RUN_CODE },
  { name: 'assert of text', callee: /^\\?assert$/u, when: /^\("|^\(\$_/u, ...RUN_CODE },
  {
    name: 'preg_replace with /e',
    callee: /^\\?(?:mb_ereg_|preg_)replace$/u,
    when: /^\("[^"]*[/#~!|]\w*e\w*",/u,
    ...RUN_CODE,
  },
  {
    name: 'a function chosen by data',
    callee: /^\\?call_user_func(?:_array)?$/u,
    when: /^\((?:\[[^\],]*,)?\$_/u,
    cwe: 'CWE-470',
    danger: 'choose what is called',
  },
  {
    name: 'a shell',
    callee: /^\\?(?:system|exec|shell_exec|passthru|popen)$/u,
    when: COMPUTED,
    unless: /escapeshell(?:arg|cmd)\(/u,
    ...RUN_COMMANDS,
  },
  // A list of words is run without a shell; a variable may hold either.
  {
    name: 'a shell',
    callee: /^\\?proc_open$/u,
    when: /^\("[^"]*(?:\$|"\.)/u,
    unless: /escapeshell(?:arg|cmd)\(/u,
    ...RUN_COMMANDS,
  },
  { name: 'a shell', callee: /^$/u, when: COMPUTED, ...RUN_COMMANDS },
  {
    name: 'unserialize',
    callee: /^(?:\\?(?:maybe_)?unserialize|\\?igbinary_unserialize)$/u,
    when: COMPUTED,
    unless: /"allowed_classes"=>(?:false|\[)/iu,
    cwe: 'CWE-502',
    danger: 'build objects of their own',
  },
  {
    name: 'include',
    callee: /^(?:include|require)(?:_once)?$/u,
    when: /\$(?!this->|(?:\w*_)?(?:root|dir|base|path|autoload)\w*\b)|\$_/u,
    cwe: 'CWE-98',
    danger: 'choose what is loaded',
  },
  {
    name: 'SQL built from text',
    callee:
      /(?:->|::)(?:query|exec|prepare|get_(?:results|row|var|col)|unprepared|statement|select|executeQuery|multi_query|real_query)$|^\\?(?:mysqli?|pg|sqlite|odbc|mssql|sqlsrv)_(?:\w+_)?(?:query|exec)$/u,
    when: new RegExp(
      String.raw`^(?=.*"\s?(?:select|insert|update|delete|replace|drop|alter|with)\b).*?(?:${BUILT.source})`,
      'iu',
    ),
    unless: ESCAPED,
    ...CHANGE_QUERY,
  },
  {
    name: 'raw SQL',
    callee: /(?:->|::)(?:raw|(?:select|where|orWhere|having|orHaving|orderBy|groupBy)Raw)$/u,
    when: BUILT,
    unless: ESCAPED,
    ...CHANGE_QUERY,
  },
  { name: 'extract', callee: /^\\?extract$/u, when: /^\(\$_/u, cwe: 'CWE-621', danger: 'set any variable' },
  {
    name: 'parse_str',
    callee: /^\\?parse_str$/u,
    when: /^\([^,$]*\$[^,]*\)$/u,
    cwe: 'CWE-621',
    danger: 'set any variable',
  },
  {
    name: 'XML with external entities',
    callee: /^\\?simplexml_load_(?:string|file)$|->loadXML$/u,
    when: /LIBXML_(?:NOENT|DTDLOAD)/u,
    cwe: 'CWE-611',
    danger: 'read files of the server',
  },
];
