import type { LanguageProfile } from '../language-profile.ts';
import { PHP_SINKS } from './php-sinks.ts';

/** PHP as it stands in files: code after `<?php`, text around it. */
export const php: LanguageProfile = {
  id: 'php',
  extensions: [
    'php',
    'phtml',
    'php3',
    'php4',
    'php5',
    'php7',
    'php8',
    'phps',
    'inc',
    'module',
    'install',
    'theme',
    'ctp',
  ],
  interpreter: /^php[\d.]*$/u,
  grammar: { file: 'tree-sitter-php.wasm', package: 'tree-sitter-php', version: '0.24.2' },
  unnamed: {
    argument: { value: [-1] },
    // Without a list, the name of the class stands last and holds no argument.
    object_creation_expression: { arguments: [-1] },
    include_expression: { arguments: [0] },
    include_once_expression: { arguments: [0] },
    require_expression: { arguments: [0] },
    require_once_expression: { arguments: [0] },
    // A command in back quotes is its own arguments.
    shell_command_expression: { arguments: [] },
  },
  unreadable: [],
  functions: ['function_definition', 'method_declaration', 'anonymous_function', 'arrow_function'],
  classes: ['class_declaration', 'trait_declaration', 'interface_declaration', 'enum_declaration'],
  objects: [],
  nameField: 'name',
  bindings: [{ kind: 'assignment_expression', value: 'right', name: 'left' }],
  transparent: ['parenthesized_expression'],
  decorated: [],
  idleQualifiers: /^\$(?:this(?:->|$))?|^(?:self|static)::\$?/gu,

  comments: ['comment'],
  strings: ['string', 'encapsed_string', 'heredoc', 'nowdoc'],
  interpolations: ['variable_name', 'dynamic_variable_name'],
  constants: ['integer', 'float', 'boolean', 'null', 'string_content'],
  identifiers: ['name', 'variable_name'],

  blocks: ['compound_statement', 'colon_block', 'case_statement', 'default_statement', 'program'],
  blockWrappers: ['else_clause'],
  // `defined('ABSPATH') || exit;` ends with a name to the grammar.
  expressionStatements: ['expression_statement', 'name', 'throw_expression', 'echo_statement'],
  idleStatements: ['empty_statement', 'text_interpolation'],
  calls: [
    { kind: 'function_call_expression', callee: 'function', arguments: 'arguments' },
    { kind: 'member_call_expression', arguments: 'arguments' },
    { kind: 'nullsafe_member_call_expression', arguments: 'arguments' },
    { kind: 'scoped_call_expression', arguments: 'arguments' },
    { kind: 'object_creation_expression', arguments: 'arguments' },
    { kind: 'include_expression', arguments: 'arguments' },
    { kind: 'include_once_expression', arguments: 'arguments' },
    { kind: 'require_expression', arguments: 'arguments' },
    { kind: 'require_once_expression', arguments: 'arguments' },
    { kind: 'shell_command_expression', arguments: 'arguments' },
  ],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'body', alternative: 'alternative' },
    { kind: 'else_if_clause', condition: 'condition', consequence: 'body' },
    { kind: 'conditional_expression', condition: 'condition', consequence: 'body', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_statement', condition: 'condition', consequence: 'body' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
  ],
  assertions: [],
  assertCall:
    /^\\?(?:assert|abort_unless|throw_unless|(?:\w*Assert|Assertion|Preconditions?)::(?:\w*[tT]rue|that)|\$this->(?:denyAccessUnlessGranted|assertTrue|ensure))\(/u,
  values: [
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_statement', value: 0 },
    { kind: 'arrow_function', value: 'body' },
  ],

  parentheses: ['parenthesized_expression', 'argument'],
  negation: { kinds: ['unary_op_expression'], operator: '!', operand: 'argument' },
  binary: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  and: ['&&', 'and', 'AND'],
  or: ['||', 'or', 'OR'],
  comparisons: {
    // Not one and the same: "0e1" == "0e2" holds, and has let people log in.
    '==': { as: '==', symmetric: true },
    '!=': { as: '==', negated: true, symmetric: true },
    '<>': { as: '==', negated: true, symmetric: true },
    '===': { as: '===', symmetric: true },
    '!==': { as: '===', negated: true, symmetric: true },
    instanceof: { as: ' instanceof ' },
    '<': { as: '<' },
    '>': { as: '<', swapped: true },
    '<=': { as: '<', negated: true, swapped: true },
    '>=': { as: '<', negated: true },
  },
  always: ['true', 'TRUE', '1'],
  never: ['false', 'FALSE', '0', 'null', 'NULL'],

  exits: {
    throw: ['throw_expression', 'exit_statement'],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement', 'goto_statement'],
    exitCall:
      /^(?:throw\b|(?:exit|die)\b|\\?(?:abort|wp_die|wp_send_json_error|wp_nonce_ays|drupal_access_denied|drupal_not_found|show_error|show_404|auth_redirect|deny\w*|forbidden|unauthorized|access_denied|print_error|send_error|error_exit|not_?found)\(|(?:\$this|self|static|parent|\$app|\$response|\$res|App|Yii::\$app)(?:->\w+)?(?:->|::)(?:abort|deny\w*|forbidden|unauthorized|fail\w*|error\w*|halt|sendError|accessDenied|setNotFound|notFound|forward404|errorResponse|respondWithError)\(|\\?header\("(?:HTTP\/[\d.]+ [45]|Location:)|\\?http_response_code\([45]\d\d|\\?trigger_error\(.*E_USER_ERROR)|->(?:setStatusCode|withStatus|setStatus)\([45]\d\d/u,
    refusal:
      /^(?:|null|false|true|NULL|FALSE|TRUE|-?\d+|"[^"$]*"|\[\]|array\(\)|(?:self|static|[A-Z]\w*)::(?:\w*_)?(?:ERR\w*|FAIL\w*|INVALID|DENIED|FORBIDDEN|FAILURE|REJECTED)(?:_\w*)?|new \\?[\w\\]*(?:Error|Exception|Forbidden|Denied|Unauthorized|Failure)\w*(?:\(.*)?|new \\?[\w\\]*Response\(.*[,:][45]\d\d.*|(?:\[|array\()"(?:error|errors)"=>.*|(?:\[|array\()"(?:success|status|ok|valid|result)"=>(?:false|[45]\d\d|"(?:error|fail\w*)").*|(?:\[|array\()(?:false|null),.*|(?:\$this->|\\?response\(\)->|Response::|\\?)(?:redirect|back|to_route)\w*\(.*|Redirect::.*|.*\b(?:response\(|json\(|make\(|Response::|view\().*,[45]\d\d\b.*|[\w.$>\\:()-]*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|[nN]ot_?[fF]ound|[rR]eject|[rR]efuse|[bB]adRequest|[aA]bort|[fF]ail)\w*\(.*)$/u,
  },

  tries: [{ kind: 'try_statement', body: 'body' }],
  handlers: [{ kind: 'catch_clause', type: 'type', body: 'body' }],
  finalizers: [{ kind: 'finally_clause', body: 'body' }],
  wideTypes: {
    Throwable: 3,
    '\\Throwable': 3,
    Exception: 2,
    '\\Exception': 2,
    Error: 1,
    '\\Error': 1,
    RuntimeException: 1,
    '\\RuntimeException': 1,
    LogicException: 1,
    '\\LogicException': 1,
    ErrorException: 1,
    '\\ErrorException': 1,
  },
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:echo\b|print\b|\\?(?:error_log|syslog|var_dump|print_r|printf|report|logger|info|watchdog|trigger_error|debug\w*)\(|\\?Log::\w+\(|(?:\$this->|self::|static::|\$)?_?(?:\$)?[lL]og(?:ger)?(?:\(\))?(?:->|::)\w+\(|\$this->log\w*\()/u,

  sinks: PHP_SINKS,
  requestData:
    /\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER|ENV)\b|\$HTTP_RAW_POST_DATA\b|php:\/\/(?:input|stdin)|\$argv\b|\bgetenv\(|\bfilter_input(?:_array)?\(|\$(?:this->)?(?:request|req)\b(?:->(?:request|query|attributes|cookies|headers|files|input|get|post|all|only|json|route|getContent|getQueryParams|getParsedBody|getParam|getPost|getVar|getBody|getCookieParams|param|data)\b|\[)|\b(?:Input|Request)::(?:get|all|input|query|post|cookie)\(|\brequest\(/u,
};
