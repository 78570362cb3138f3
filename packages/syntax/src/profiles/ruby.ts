import type { LanguageProfile } from '../language-profile.ts';
import { RUBY_SINKS } from './ruby-sinks.ts';

export const ruby: LanguageProfile = {
  id: 'ruby',
  extensions: ['rb', 'rake', 'gemspec', 'ru', 'rbw', 'thor', 'podspec', 'jbuilder', 'rabl'],
  interpreter: /^(?:j?ruby[\d.]*|rake|thor|rackup)$/u,
  grammar: { file: 'tree-sitter-ruby.wasm', package: 'tree-sitter-ruby', version: '0.23.1' },
  unnamed: {
    // A command in back quotes is its own arguments.
    subshell: { arguments: [] },
    return: { value: [0, 0] },
    // Of what is tried the first statement: clauses stand beside it.
    begin: { body: [0] },
    body_statement: { body: [0] },
  },
  unreadable: [],
  // A block is no function: `return` in it leaves the method around it.
  functions: ['method', 'singleton_method', 'lambda'],
  classes: ['class', 'module'],
  objects: ['hash'],
  nameField: 'name',
  bindings: [
    { kind: 'assignment', value: 'right', name: 'left' },
    { kind: 'operator_assignment', value: 'right', name: 'left' },
    { kind: 'pair', value: 'value', name: 'key' },
  ],
  transparent: ['parenthesized_statements'],
  decorated: [],
  idleQualifiers: /^(?:self\.|@+)/gu,

  comments: ['comment'],
  strings: ['string', 'chained_string', 'string_array', 'symbol_array', 'delimited_symbol', 'regex'],
  interpolations: ['interpolation'],
  constants: [
    'integer',
    'float',
    'rational',
    'complex',
    'true',
    'false',
    'nil',
    'simple_symbol',
    'character',
    'string_content',
  ],
  identifiers: ['identifier', 'constant', 'instance_variable', 'class_variable', 'global_variable'],

  blocks: [
    'program',
    'body_statement',
    'block_body',
    'then',
    'else',
    'do',
    'begin',
    'begin_block',
    'parenthesized_statements',
  ],
  blockWrappers: [],
  // A bare `raise` is a name to the grammar, and `head(403) and return` an operation.
  expressionStatements: ['identifier', 'binary'],
  // What a clause without a body ends with, and what a handler answers with instead of an error.
  idleStatements: ['exceptions', 'exception_variable', 'nil', 'false', 'true', 'empty_statement'],
  calls: [
    { kind: 'call', arguments: 'arguments' },
    { kind: 'subshell', arguments: 'arguments' },
  ],
  branches: [
    { kind: 'if', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'elsif', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'if_modifier', condition: 'condition', consequence: 'body' },
    { kind: 'unless', condition: 'condition', consequence: 'alternative', alternative: 'consequence' },
    { kind: 'unless_modifier', condition: 'condition', alternative: 'body' },
    { kind: 'conditional', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while', condition: 'condition', consequence: 'body' },
    { kind: 'while_modifier', condition: 'condition', consequence: 'body' },
    { kind: 'until', condition: 'condition', alternative: 'body' },
    { kind: 'until_modifier', condition: 'condition', alternative: 'body' },
  ],
  assertions: [],
  assertCall: /^(?:assert|ensure_that)[ (]/u,
  values: [
    { kind: 'assignment', value: 'right' },
    { kind: 'operator_assignment', value: 'right' },
    { kind: 'pair', value: 'value' },
    { kind: 'return', value: 'value' },
    // The last expression is the result.
    { kind: 'body_statement', value: -1 },
    { kind: 'block_body', value: -1 },
    { kind: 'method', value: 'body' },
    { kind: 'singleton_method', value: 'body' },
  ],

  parentheses: ['parenthesized_statements'],
  negation: { kinds: ['unary'], operator: '!', operand: 'operand' },
  binary: { kinds: ['binary'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['binary'], left: 'left', right: 'right', operator: 'operator' },
  and: ['&&', 'and'],
  or: ['||', 'or'],
  comparisons: {
    '==': { as: '==', symmetric: true },
    '!=': { as: '==', negated: true, symmetric: true },
    '=~': { as: '=~' },
    '!~': { as: '=~', negated: true },
    '<': { as: '<' },
    '>': { as: '<', swapped: true },
    '<=': { as: '<', negated: true, swapped: true },
    '>=': { as: '<', negated: true },
  },
  always: ['true'],
  never: ['false', 'nil'],

  exits: {
    throw: [],
    return: ['return'],
    skip: ['next', 'break', 'redo', 'retry'],
    exitCall:
      /^(?:Kernel\.|Process\.)?(?:raise|fail|abort|exit!?|throw|halt|error!|deny_access!?|access_denied!?|not_found!?|forbidden!?|unauthorized!?|bad_request!?|unauthenticated!?|invalid_request!?|render_(?:error|[45]\d\d|not_found|forbidden|unauthorized)\w*|respond_with_error|(?:request|require)_(?:http_basic_authentication|login|authentication)|(?:user|request)_not_authorized)(?![\w.?=]| =)|^(?:head|status|error)[ (:]?:?(?:[45]\d\d|forbidden|unauthorized|not_found|bad_request|un\w+|too_many_requests|payload_too_large|conflict|gone|not_acceptable|internal_server_error)\b|^(?:render|json|respond_with)\b.*\bstatus:(?:[45]\d\d|:(?:forbidden|unauthorized|not_found|bad_request|un\w+|too_many_requests|payload_too_large|conflict|gone|internal_server_error)\b)|^redirect_(?:to|back)\b.*(?:log_?in|sign_?in|new_\w*session|denied|forbidden|unauthori[sz]ed|alert:)|\b(?:and|or) return\b|^errors\.add\b/u,
    refusal:
      /^(?:|nil|false|true|-?\d+|:\w+|"[^"]*"|\[\]|\{\}|(?:nil|false),.*|\[(?:nil|false|:error|[45]\d\d),.*|\{(?::?error|errors|success:false|ok:false|valid:false).*|redirect_(?:to|back)\b.*|(?:Failure|Err|Error|failure|error|reject|deny|forbidden|unauthorized|not_found|bad_request|invalid|fail|head)\b.*|[\w.:@]*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|[nN]ot_?[fF]ound|[rR]eject|[rR]efuse|[fF]ail)\w*!?(?:[ (.].*)?|render\b.*)$/u,
  },

  tries: [
    { kind: 'begin', body: 'body' },
    { kind: 'body_statement', body: 'body' },
  ],
  // A clause without a body ends with its types or its variable, which then stand for the empty body.
  handlers: [
    { kind: 'rescue', type: 'exceptions', body: -1 },
    { kind: 'rescue_modifier', body: 'handler' },
  ],
  finalizers: [{ kind: 'ensure', body: -1 }],
  // A bare `rescue` catches StandardError; Exception is more than that, and ends a process that should end.
  wideTypes: {
    Exception: 4,
    '::Exception': 4,
    StandardError: 3,
    '::StandardError': 3,
    ScriptError: 1,
    RuntimeError: 1,
    SystemCallError: 1,
    IOError: 1,
    NameError: 1,
    IndexError: 1,
    'ActiveRecord::ActiveRecordError': 1,
  },
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:(?:Rails\.|@|self\.|[A-Z]\w*\.)?_?(?:logger|log|LOGGER|LOG)(?:\.\w+)?|warn|puts|pp?|print|(?:\$stderr|\$stdout|STDERR|STDOUT)\.\w+)(?:[ (":]|$)/u,

  sinks: RUBY_SINKS,
  requestData:
    /\b(?:params|cookies)\b|\b(?:request|req)\.(?:body|raw_post|headers|env|params|query_string|path_info|path|fullpath|original_url|referer|user_agent|GET|POST|url|host)\b|\benv\["[A-Z_]+"\]|\bENV\b|\bARGV\b|\b(?:STDIN|\$stdin)\b|(?<![\w.])gets\b/u,
};
