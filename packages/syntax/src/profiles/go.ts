import type { LanguageProfile } from '../language-profile.ts';
import { GO_SINKS } from './go-sinks.ts';

/** A call that is made for its error: what it is named says that it checks. */
const ASSERTING =
  /^(?:\w+\.)*(?:[cC]heck|[vV]alidate|[vV]erify|[aA]uthori[sz]e|[aA]uthenticate|[eE]nsure|[rR]equire|[aA]ssert|[eE]nforce|[dD]eny)(?![a-z])\w*\(/u;

export const go: LanguageProfile = {
  id: 'go',
  extensions: ['go'],
  interpreter: undefined,
  grammar: { file: 'tree-sitter-go.wasm', package: 'tree-sitter-go', version: '0.25.0' },
  unreadable: [],
  functions: ['function_declaration', 'method_declaration', 'func_literal'],
  classes: [],
  objects: [],
  nameField: 'name',
  unnamed: {
    method_declaration: { qualifier: ['receiver', 'parameter_declaration', 'type'] },
    // Several values may be assigned or returned at once; the answer to a question comes first.
    short_var_declaration: { answer: ['right', 0], asserted: ['right', 0, { matches: ASSERTING }] },
    assignment_statement: { answer: ['right', 0], asserted: ['right', 0, { matches: ASSERTING }] },
    var_spec: { answer: ['value', 0] },
    return_statement: { answer: [0, 0] },
    for_statement: { condition: ['for_clause', 'condition'] },
  },
  bindings: [
    { kind: 'short_var_declaration', value: 'right', name: 'left' },
    { kind: 'assignment_statement', value: 'right', name: 'left' },
    { kind: 'var_spec', value: 'value', name: 'name' },
    { kind: 'keyed_element', value: 'value', name: 'key' },
  ],
  transparent: ['parenthesized_expression', 'expression_list', 'literal_element'],
  decorated: [],
  idleQualifiers: /^\*/gu,

  comments: ['comment'],
  strings: ['interpreted_string_literal', 'raw_string_literal'],
  interpolations: [],
  constants: ['int_literal', 'float_literal', 'imaginary_literal', 'rune_literal', 'true', 'false', 'nil', 'iota'],
  identifiers: ['identifier', 'field_identifier'],

  blocks: ['statement_list', 'source_file'],
  blockWrappers: ['block'],
  expressionStatements: ['expression_statement'],
  idleStatements: ['empty_statement'],
  calls: [{ kind: 'call_expression', callee: 'function', arguments: 'arguments' }],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
    { kind: 'expression_case', condition: 'value', consequence: 1 },
  ],
  // `err := validate(value)`, whatever becomes of the error: that is asked about in a branch of its own.
  assertions: [
    { kind: 'short_var_declaration', condition: 'asserted' },
    { kind: 'assignment_statement', condition: 'asserted' },
  ],
  assertCall: /^(?:must|require|assert|ensure)\.?(?:True|That|NoError)?\(/iu,
  values: [
    { kind: 'short_var_declaration', value: 'answer' },
    { kind: 'assignment_statement', value: 'answer' },
    { kind: 'var_spec', value: 'answer' },
    { kind: 'return_statement', value: 'answer' },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['unary_expression'], operator: '!', operand: 'operand' },
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
  always: ['true'],
  never: ['false'],

  exits: {
    throw: [],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement', 'goto_statement'],
    exitCall:
      /^(?:panic\(|os\.Exit\(|runtime\.Goexit\(|(?:log|logger|klog|glog|logrus)\.(?:Fatal|Panic|Exit)\w*\(|http\.(?:Error|NotFound|Redirect)\(|(?:\w+\.)*\w*(?:[eE]rror|[fF]orbidden|[uU]nauthori[sz]ed|[bB]adRequest|[nN]otFound|[dD]enied|[dD]eny|[rR]eject|[rR]efuse|[aA]bort)\w*\((?:w|rw|c|ctx|res|resp|writer|http|r|req|[45]\d\d)\b|(?:c|ctx|context)\.Abort\w*\()|\.WriteHeader\((?:[45]\d\d|http\.Status(?:Bad|Unauth|Forb|Not|Method|Conflict|Gone|Request|Unsup|Unproc|Too|Internal|Service)\w*)\)|^(?:c|ctx|context)\.(?:JSON|String|XML|HTML|SendStatus|Status|NoContent|IndentedJSON)\((?:[45]\d\d|http\.Status(?:Bad|Unauth|Forb|Not|Method|Conflict|Gone|Request|Unsup|Unproc|Too|Internal|Service))/u,
    refusal:
      /^(?:|(?:(?:nil|""|0|-?\d+|false|true|[\w.&]+\{\}),)*(?:nil|false|true|-?\d+|"[^"]*")|(?:.*,)?(?:false|err|[\w.]*[eE]rr(?:or)?[A-Z]?\w*)|(?:.*,)?(?:\w+\.)*(?:Errorf?|New\w*Error\w*|Wrapf?|WithMessagef?|WithStack|Annotatef?|Trace|Join|NewHTTPError|AbortWith\w*|Forbidden\w*|Unauthorized\w*|BadRequest\w*|NotFound\w*|Deny|Denied|Reject|Invalid\w*)\(.*|(?:.*,)?(?:\w+\.)*(?:errors\.New|fmt\.Errorf|xerrors\.New)\(.*|(?:.*,)?&?\w*(?:Error|Err)\{.*|(?:\w+\.)*(?:SendStatus|Status|NoContent|JSON|String)\((?:[45]\d\d|(?:http|fiber)\.Status(?:Bad|Unauth|Forb|Not|Method|Conflict|Gone|Request|Unsup|Unproc|Too|Internal|Service)).*)$/u,
  },

  tries: [],
  handlers: [],
  finalizers: [],
  wideTypes: {},
  swallowingCall: undefined,
  suppressing: undefined,
  logCall: /^(?:\w+\.)*(?:log|logger|slog|klog|glog|logrus|zap|fmt)\.(?:\w+\.)*\w+\(|^(?:print|println)\(/iu,

  sinks: GO_SINKS,
  requestData:
    /\b(?:r|req|request)\.(?:FormValue|PostFormValue|PathValue|Cookie|FormFile|URL|Form|PostForm|MultipartForm|Header|Body|RequestURI|Host|Referer|UserAgent)\b|\b(?:c|ctx)\.(?:Query|QueryParam|Param|Params|PostForm|FormValue|FormFile|DefaultQuery|DefaultPostForm|GetHeader|GetQuery|GetRawData|Cookie|Cookies|Get|Body|BodyRaw)\(|\b(?:mux\.Vars|chi\.URLParam|httprouter\.ParamsFromContext|os\.Getenv|flag\.Arg)\(|\bos\.Args\b/u,
};
