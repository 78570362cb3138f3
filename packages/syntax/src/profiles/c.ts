import type { LanguageProfile } from '../language-profile.ts';
import { C_MACROS } from './c-macros.ts';
import { C_SINKS } from './c-sinks.ts';

export const c: LanguageProfile = {
  id: 'c',
  // Headers are read as C++, whose grammar reads nearly all of C; that of C reads no class.
  extensions: ['c'],
  interpreter: /^tcc$/u,
  grammar: { file: 'tree-sitter-c.wasm', package: 'tree-sitter-c', version: '0.24.1' },
  unnamed: { function_definition: { name: ['declarator'] } },
  unreadable: C_MACROS,
  functions: ['function_definition'],
  classes: [],
  objects: ['initializer_list'],
  nameField: 'name',
  bindings: [
    { kind: 'init_declarator', value: 'value', name: 'declarator' },
    { kind: 'assignment_expression', value: 'right', name: 'left' },
    { kind: 'initializer_pair', value: 'value', name: 'designator' },
  ],
  transparent: ['parenthesized_expression'],
  decorated: [],
  // The name of a function stands in a declarator: `*find(const char *key)`.
  idleQualifiers: /^[*&(]+|(?<=.)\(.*$/gsu,

  comments: ['comment'],
  strings: ['string_literal', 'concatenated_string', 'system_lib_string'],
  interpolations: [],
  constants: ['number_literal', 'char_literal', 'true', 'false', 'null'],
  identifiers: ['identifier', 'field_identifier'],

  blocks: ['compound_statement', 'case_statement', 'translation_unit'],
  blockWrappers: ['else_clause'],
  expressionStatements: ['expression_statement', 'goto_statement'],
  idleStatements: [],
  calls: [{ kind: 'call_expression', callee: 'function', arguments: 'arguments' }],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'conditional_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_statement', condition: 'condition', consequence: 'body' },
  ],
  assertions: [],
  assertCall:
    /^\(?(?:void\))?(?:_*[aA]ssert|\w*ASSERT(?:_TRUE|_MSG)?|g_assert(?:_true)?|g_return(?:_val)?_if_fail|CHECK|DCHECK|REQUIRE|INSIST|ENSURE|VERIFY|RELEASE_ASSERT|OPENSSL_assert|static_assert|_Static_assert)\(/u,
  values: [
    { kind: 'init_declarator', value: 'value' },
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_statement', value: 0 },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['unary_expression'], operator: '!', operand: 'argument' },
  binary: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  and: ['&&'],
  or: ['||'],
  comparisons: {
    '==': { as: '==', symmetric: true },
    '!=': { as: '==', negated: true, symmetric: true },
    '<': { as: '<' },
    '>': { as: '<', swapped: true },
    '<=': { as: '<', negated: true, swapped: true },
    '>=': { as: '<', negated: true },
  },
  always: ['true', 'TRUE', '1'],
  never: ['false', 'FALSE', '0', 'NULL', 'nullptr'],

  exits: {
    throw: [],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement', 'goto_statement'],
    exitCall:
      /^(?:goto \w*(?:err|fail|bad|out|exit|end|done|abort|clean|free|release|unlock|inval|invalid|reject|drop|deny|denied|fault|undo|unwind|quit|leave|corrupt|too_)\w*|(?:std::|::)?(?:abort|_?_?exit|_Exit|quick_exit|terminate|longjmp|siglongjmp|v?errx?|die(?:_\w+)?|fatal(?:_\w+)?|panic|BUG|__builtin_(?:trap|unreachable)|luaL_(?:error|argerror|typerror)|lua_error|rb_raise|rb_exc_raise|png_(?:chunk_)?error|zend_throw_\w+|zend_error_noreturn|Perl_croak|croak|g_error|mg_send_http_error|mg_http_reply|evhttp_send_error|send_error(?:_\w+)?|http_error|reply_error|ngx_http_finalize_request|ProtocolError|packet_disconnect|ssh_packet_disconnect|sshfatal)\(|(?:ereport|elog)\((?:ERROR|FATAL|PANIC)\b)/u,
    refusal:
      /^(?:|\(?(?:NULL|nullptr|false|true|FALSE|TRUE|-?\d+[uUlL]*|-\d+|-?E[A-Z][A-Z0-9]+|[A-Z][A-Z0-9_]*_?(?:ERR|FAIL|INVAL|BAD|DENIED|FORBIDDEN|REJECT|ABORT|MISMATCH|OVERFLOW|TOO_|ILLEGAL|CORRUPT|EXCEED|UNSUPPORTED|VIOLATION|ALERT|DECLINED|NOMEM|NOT_|NO_|DROP|REFUSED|UNAUTH|PERMISSION|MALFORMED|EXPIRED)\w*|(?:k?(?:Err|Error|Invalid|Fail)[A-Z]?\w*)|EOF|ERROR|FAILURE|EXIT_FAILURE|INVALID_HANDLE_VALUE|E_(?:FAIL|INVALIDARG|ACCESSDENIED|POINTER|OUTOFMEMORY))\)?|\(\w[\w ]*\*?\)\s?(?:0|NULL|-1)|"[^"]*"|(?:-|\([\w *]+\))?(?:ERR_PTR|PTR_ERR|ERR_CAST|AVERROR\w*|ERROR|FAIL|HRESULT_FROM_WIN32)\(.*|-errno|\w*(?:[eE]rror|[eE]rr|ERR|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[rR]eject|[rR]efuse|[fF]ail|raise|RAISE)\w*(?:\(.*)?)$/u,
  },

  tries: [],
  handlers: [],
  finalizers: [],
  wideTypes: {},
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:fprintf\(stderr|perror|syslog|v?printf|puts|fputs|pr_\w+|printk|dev_(?:err|warn|info|dbg)|\w*(?:log|LOG|debug|DEBUG|trace|TRACE|warn|WARN)\w*)\(/u,

  sinks: C_SINKS,
  requestData:
    /\bargv\b|\boptarg\b|\b(?:secure_)?getenv\(|\b(?:recv|recvfrom|recvmsg|fgets|getline|getdelim|fread|SSL_read|BIO_gets|getchar|scanf|fscanf)\(|\b(?:r|req|request)->(?:args|uri|unparsed_uri|path_info|headers_in|method|body|query|url)\b|\b(?:hm|ri)->(?:uri|query|body|query_string)\b|\bFCGX_GetParam\(/u,
};
