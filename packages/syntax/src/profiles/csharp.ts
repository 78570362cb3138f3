import type { LanguageProfile } from '../language-profile.ts';
import { CSHARP_SINKS } from './csharp-sinks.ts';

export const csharp: LanguageProfile = {
  id: 'csharp',
  extensions: ['cs', 'csx'],
  interpreter: /^dotnet-script$/u,
  grammar: { file: 'tree-sitter-c_sharp.wasm', package: 'tree-sitter-c-sharp', version: '0.23.5' },
  unreadable: [],
  functions: [
    'method_declaration',
    'constructor_declaration',
    'destructor_declaration',
    'operator_declaration',
    'conversion_operator_declaration',
    'accessor_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
  ],
  // A property is what its accessors are named by.
  classes: [
    'class_declaration',
    'struct_declaration',
    'record_declaration',
    'interface_declaration',
    'enum_declaration',
    'property_declaration',
    'indexer_declaration',
  ],
  objects: [],
  nameField: 'name',
  unnamed: {
    prefix_unary_expression: { operand: [0] },
    variable_declarator: { value: [{ after: '=' }] },
    catch_clause: { type: ['catch_declaration', 'type'] },
    argument: { value: [-1] },
    arrow_expression_clause: { value: [0] },
    binary_expression: { fallback: [{ after: '??' }] },
  },
  bindings: [
    { kind: 'variable_declarator', value: 'value', name: 'name' },
    { kind: 'assignment_expression', value: 'right', name: 'left' },
  ],
  transparent: ['parenthesized_expression', 'argument', 'await_expression'],
  decorated: [],
  idleQualifiers: /^this\./gu,

  // A pragma is no code, and may be a suppression.
  comments: ['comment', 'preproc_pragma'],
  strings: ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'],
  interpolations: ['interpolation'],
  constants: ['integer_literal', 'real_literal', 'character_literal', 'boolean_literal', 'null_literal'],
  identifiers: ['identifier'],

  blocks: ['block', 'compilation_unit'],
  blockWrappers: [],
  expressionStatements: ['expression_statement'],
  idleStatements: ['empty_statement'],
  calls: [
    { kind: 'invocation_expression', callee: 'function', arguments: 'arguments' },
    { kind: 'object_creation_expression', arguments: 'arguments' },
  ],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'conditional_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_statement', condition: 'condition', consequence: 'body' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
    // `value ?? throw …`
    { kind: 'binary_expression', condition: 'left', alternative: 'fallback' },
  ],
  assertions: [],
  assertCall:
    /^(?:(?:System\.)?Argument\w*Exception\.ThrowIf\w+|ObjectDisposedException\.ThrowIf|Guard\.(?:Against\.)?\w+|Ensure\.\w+|Requires\.\w+|Contract\.Requires|Debug\.Assert|Trace\.Assert|Check\.\w+)(?:<[\w<>, ]+>)?\(/u,
  values: [
    { kind: 'variable_declarator', value: 'value' },
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_statement', value: 0 },
    { kind: 'lambda_expression', value: 'body' },
    { kind: 'arrow_expression_clause', value: 'value' },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['prefix_unary_expression'], operator: '!', operand: 'operand' },
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
    throw: ['throw_statement', 'throw_expression'],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement', 'goto_statement'],
    exitCall:
      /^(?:Environment\.(?:Exit|FailFast)\(|(?:this\.)?(?:Fail|Abort|Deny|Reject|Refuse|Unauthorized|Forbid|Forbidden|BadRequest|NotFound|Challenge|ThrowHelper\.\w+|Throw\w+)\()|^(?:await )?[\w.]*\.(?:Fail|Abort|Reject|SendErrorAsync|ForbidAsync|ChallengeAsync|AddFailure|AddModelError)\(|\.StatusCode=(?:[45]\d\d|\(int\)HttpStatusCode\.(?:Bad|Unauth|Forb|Not[FAI]|Method|Conflict|Gone|Request|Unsup|Unproc|Too|Internal|Service)\w*|StatusCodes\.Status[45]\d\d\w*)|\.Result=new \w*(?:Forbid|Unauthorized|BadRequest|NotFound|Challenge|Error)\w*/u,
    refusal:
      /^(?:|null|default|false|true|-?\d+|"[^"]*"|(?:string|String)\.Empty|\[\]|(?:Array|Enumerable)\.Empty<.*>\(\)|(?:await )?(?:\w+\.)*(?:Forbid|Forbidden|Unauthorized|BadRequest|NotFound|Challenge|Problem|ValidationProblem|Conflict|UnprocessableEntity|AccessDenied)\w*(?:<[\w.<>,]+>)?\(.*|(?:\w+\.)*StatusCode\((?:[45]\d\d|StatusCodes\.Status[45]\d\d|\(int\)HttpStatusCode\.(?:Bad|Unauth|Forb|Not[FAI])).*|new \w*(?:Forbid|Unauthorized|BadRequest|NotFound|Challenge|Error|Denied)\w*\(.*|new (?:HttpStatusCodeResult|StatusCodeResult|HttpResponseMessage)\(.*(?:[45]\d\d|HttpStatusCode\.(?:Bad|Unauth|Forb|Not[FAI])).*|(?:\w+\.)*Redirect\w*\(.*|(?:await )?(?:Task|ValueTask)\.(?:FromResult(?:<.*>)?\((?:null|false|\w*\.(?:Fail|Deny)\w*\(.*|default)\)|CompletedTask|FromException\(.*)|(?:\w+\.)*\w*(?:[eE]rror|Denied|Deny|Invalid|Reject|Refuse|Abort|Fail)\w*(?:<.*>)?\(.*)$/u,
  },

  tries: [{ kind: 'try_statement', body: 'body' }],
  handlers: [{ kind: 'catch_clause', type: 'type', body: 'body' }],
  finalizers: [],
  wideTypes: {
    Exception: 3,
    SystemException: 2,
    ApplicationException: 1,
    IOException: 1,
    CryptographicException: 1,
    SecurityException: 1,
  },
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:await )?(?:this\.)?_*(?:log|logger|Log|Logger|Console|Debug|Trace|Serilog\.Log)(?:\.(?:Out|Error))?\.(?:Log|Write|Debug|Trace|Info|Warn|Error|Fatal|Verbose|Information|Critical)\w*\(/u,

  sinks: CSHARP_SINKS,
  requestData:
    /\b(?:HttpContext\.|httpContext\.|context\.|ctx\.)?[rR]equest\.(?:Query|Form|Headers|Cookies|Body|BodyReader|Path|PathBase|QueryString|RouteValues|Host|Params|Url|RawUrl|Files|InputStream|UserAgent|UrlReferrer|ReadFormAsync|ReadFromJsonAsync)\b|\bEnvironment\.(?:GetEnvironmentVariable|GetCommandLineArgs)\(|\bargs\[|\bConsole\.ReadLine\(/u,
};
