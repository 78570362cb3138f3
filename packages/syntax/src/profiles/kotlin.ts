import type { LanguageProfile } from '../language-profile.ts';
import { java } from './java.ts';
import { JVM_SINKS } from './jvm-sinks.ts';

const ASSERTING =
  /^(?:require|check|requireNotNull|checkNotNull|assert|Objects\.requireNonNull|Preconditions\.check\w+|Assert\.\w+|Validate\.\w+)\s*\(/u;

/**
 * The grammar names few fields, and reads `null`, `true`, `break` and `continue` as names: what it leaves out is said in
 * `unnamed`, the rest in patterns.
 */
export const kotlin: LanguageProfile = {
  id: 'kotlin',
  extensions: ['kt', 'kts'],
  interpreter: /^(?:kotlin|kotlinc|kscript)$/u,
  grammar: {
    file: 'tree-sitter-kotlin.wasm',
    package: '@tree-sitter-grammars/tree-sitter-kotlin',
    version: '1.1.0',
  },
  unreadable: [],
  functions: [
    'function_declaration',
    'secondary_constructor',
    'anonymous_initializer',
    'anonymous_function',
    'lambda_literal',
    'getter',
    'setter',
  ],
  classes: ['class_declaration', 'object_declaration', 'companion_object', 'object_literal'],
  objects: [],
  nameField: 'name',
  unnamed: {
    call_expression: {
      callee: [0],
      arguments: ['value_arguments'],
      asserted: [{ matches: ASSERTING }, 'value_arguments', 0],
    },
    value_argument: { value: [-1] },
    property_declaration: { name: ['variable_declaration'], value: [{ after: '=' }] },
    if_expression: { consequence: [{ after: ')' }], alternative: [{ after: 'else' }] },
    when_entry: { consequence: [{ after: '->' }] },
    while_statement: { body: [1] },
    do_while_statement: { body: [0] },
    binary_expression: { fallback: [{ after: '?:' }] },
    try_expression: { body: ['block'] },
    catch_block: { type: ['user_type'] },
  },
  asides: ['label'],
  bindings: [
    { kind: 'property_declaration', value: 'value', name: 'name' },
    { kind: 'assignment', value: 'right', name: 'left' },
  ],
  transparent: ['parenthesized_expression', 'value_argument'],
  decorated: [],
  idleQualifiers: /^this\.|:.*$/gu,

  comments: ['line_comment', 'block_comment'],
  strings: ['string_literal', 'multiline_string_literal'],
  interpolations: ['interpolation'],
  constants: ['number_literal', 'float_literal', 'character_literal'],
  identifiers: ['identifier'],

  blocks: ['block', 'lambda_literal', 'source_file'],
  blockWrappers: [],
  expressionStatements: ['call_expression', 'assignment', 'identifier'],
  idleStatements: [],
  calls: [{ kind: 'call_expression', callee: 'callee', arguments: 'arguments' }],
  branches: [
    { kind: 'if_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'when_entry', condition: 'condition', consequence: 'consequence' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_while_statement', condition: 'condition', consequence: 'body' },
    // `value ?: throw …`, `value ?: return`
    { kind: 'binary_expression', condition: 'left', alternative: 'fallback' },
  ],
  assertions: [{ kind: 'call_expression', condition: 'asserted' }],
  assertCall: ASSERTING,
  values: [
    { kind: 'property_declaration', value: 'value' },
    { kind: 'assignment', value: 'right' },
    { kind: 'return_expression', value: 0 },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['unary_expression'], operator: '!', operand: 'argument' },
  binary: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  and: ['&&'],
  or: ['||'],
  comparisons: {
    ...java.comparisons,
    '===': { as: '==', symmetric: true },
    '!==': { as: '==', negated: true, symmetric: true },
  },
  always: ['true'],
  never: ['false'],

  exits: {
    throw: ['throw_expression'],
    return: ['return_expression'],
    skip: [],
    exitCall:
      /^(?:continue(?:@\w+)?$|break(?:@\w+)?$|exitProcess\(|System\.exit\(|error\(|TODO\(|(?:this\.)?(?:fail|abort|deny|reject|refuse|unauthorized|forbidden|forbid|badRequest|sendError)\w*\()|^(?:call|ctx|context|exchange)\.(?:respond\w*\((?:HttpStatusCode\.(?:Bad|Unauth|Forb|Not[FAI]|Method|Conflict|Gone|Payload|Request|Unsup|Unproc|Too|Internal|Service)|.*status=HttpStatusCode\.(?:Bad|Unauth|Forb|Not[FAI]))|fail\(|status\([45]\d\d)|\.sendError\(|\.(?:abortWith|rejectValue|reject)\(|\.setStatus\([45]\d\d|\.status=(?:[45]\d\d|HttpStatus\.(?:BAD|UNAUTH|FORB|NOT_))/u,
    refusal: new RegExp(
      `${java.exits.refusal.source.replace(/\$$/u, '')}|^(?:emptyList|emptyMap|emptySet|emptySequence)\\(\\)$|^Result\\.failure\\(|^(?:call\\.)?respond\\w*\\(.*HttpStatusCode\\.(?:Bad|Unauth|Forb|Not[FAI])|^Either\\.Left\\(|^\\w+\\.left\\(\\)$`,
      'u',
    ),
  },

  tries: [{ kind: 'try_expression', body: 'body' }],
  handlers: [{ kind: 'catch_block', type: 'type', body: -1 }],
  finalizers: [{ kind: 'finally_block', body: -1 }],
  wideTypes: java.wideTypes,
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:this\.)?_?(?:log|logger|LOG|LOGGER|Timber|Log|System\.(?:out|err))(?:\.\w+)+[({]|^\w+\.printStackTrace\(|^print(?:ln)?\(/u,

  sinks: JVM_SINKS,
  requestData: new RegExp(
    `${java.requestData.source}|\\bcall\\.(?:request\\.(?:queryParameters|headers|cookies|uri|path\\(|queryString\\(|rawQueryParameters)|parameters\\b|receive\\w*\\b)|\\b(?:req|request)\\.(?:queryString|requestURI|requestURL|pathInfo|cookies|inputStream|reader|parts|parameterMap)\\b`,
    'u',
  ),
};
