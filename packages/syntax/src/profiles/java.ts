import type { LanguageProfile } from '../language-profile.ts';
import { JVM_SINKS } from './jvm-sinks.ts';

export const java: LanguageProfile = {
  id: 'java',
  extensions: ['java'],
  interpreter: undefined,
  grammar: { file: 'tree-sitter-java.wasm', package: 'tree-sitter-java', version: '0.23.5' },
  unreadable: [],
  functions: [
    'method_declaration',
    'constructor_declaration',
    'compact_constructor_declaration',
    'lambda_expression',
    'static_initializer',
  ],
  classes: [
    'class_declaration',
    'interface_declaration',
    'enum_declaration',
    'record_declaration',
    'annotation_type_declaration',
  ],
  objects: [],
  nameField: 'name',
  unnamed: { catch_clause: { type: ['catch_formal_parameter', 'catch_type'] } },
  bindings: [
    { kind: 'variable_declarator', value: 'value', name: 'name' },
    { kind: 'assignment_expression', value: 'right', name: 'left' },
  ],
  transparent: ['parenthesized_expression'],
  decorated: [],
  idleQualifiers: /^this\./gu,

  comments: ['line_comment', 'block_comment'],
  strings: ['string_literal'],
  interpolations: ['string_interpolation'],
  constants: [
    'decimal_integer_literal',
    'hex_integer_literal',
    'octal_integer_literal',
    'binary_integer_literal',
    'decimal_floating_point_literal',
    'hex_floating_point_literal',
    'character_literal',
    'class_literal',
    'true',
    'false',
    'null_literal',
  ],
  identifiers: ['identifier'],

  blocks: ['block', 'constructor_body', 'program'],
  blockWrappers: [],
  expressionStatements: ['expression_statement'],
  idleStatements: [],
  calls: [
    { kind: 'method_invocation', arguments: 'arguments' },
    { kind: 'object_creation_expression', arguments: 'arguments' },
  ],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'ternary_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_statement', condition: 'condition', consequence: 'body' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
  ],
  assertions: [{ kind: 'assert_statement', condition: 0 }],
  assertCall:
    /^(?:Objects\.requireNonNull\w*|(?:Preconditions\.|Verify\.)?(?:check(?:Argument|State|NotNull|Index|ElementIndex|PositionIndex)|verify(?:NotNull)?)|Assert\.(?:notNull|isTrue|hasText|hasLength|notEmpty|state|isInstanceOf)|Validate\.\w+)\(/u,
  values: [
    { kind: 'variable_declarator', value: 'value' },
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_statement', value: 0 },
    { kind: 'lambda_expression', value: 'body' },
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
  always: ['true', 'Boolean.TRUE'],
  never: ['false', 'Boolean.FALSE'],

  exits: {
    throw: ['throw_statement'],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement'],
    exitCall:
      /^(?:System\.exit\(|Runtime\.getRuntime\(\)\.(?:halt|exit)\(|(?:this\.)?(?:fail|abort|deny|reject|refuse|unauthorized|forbidden|forbid|badRequest|sendError|writeError|throw\w+)\w*\()|\.sendError\(|\.(?:abortWith|abort|rejectValue|reject|addConstraintViolation)\(|\.setStatus\((?:[45]\d\d|[\w.]*(?:SC_|HttpStatus\.)(?:BAD|UNAUTH|FORB|NOT_|METHOD|CONFLICT|GONE|PAYLOAD|REQUEST_|UNSUPP|UNPROC|TOO_|INTERNAL|SERVICE)\w*)/u,
    refusal:
      /^(?:|null|false|true|-?\d+|"[^"]*"|Optional\.empty\(\)|(?:Collections\.empty\w+|List\.of|Map\.of|Set\.of|Mono\.empty|Flux\.empty)\(\)|new \w+\[0\]|.*\bResponseEntity(?:<.*>)?[.(].*(?:[45]\d\d|\.(?:badRequest|notFound|unprocessableEntity|internalServerError)\(|HttpStatus\.(?:BAD|UNAUTH|FORB|NOT_|METHOD|CONFLICT|GONE|PAYLOAD|REQUEST_|UNSUPP|UNPROC|TOO_|INTERNAL|SERVICE)).*|.*\bResponse\.(?:status\((?:[45]\d\d|[\w.]*Status\.(?:BAD|UNAUTH|FORB|NOT_|CONFLICT|GONE))|notAcceptable|serverError).*|(?:[\w.]*\.)?\w*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|[nN]otFound|[rR]eject|[rR]efuse|[bB]adRequest|[aA]bort|[fF]ail)\w*\(.*|"redirect:.*)$/u,
  },

  tries: [
    { kind: 'try_statement', body: 'body' },
    { kind: 'try_with_resources_statement', body: 'body' },
  ],
  handlers: [{ kind: 'catch_clause', type: 'type', body: 'body' }],
  finalizers: [{ kind: 'finally_clause', body: -1 }],
  wideTypes: {
    Throwable: 3,
    Exception: 2,
    Error: 2,
    RuntimeException: 1,
    IOException: 1,
    GeneralSecurityException: 1,
    SecurityException: 1,
    ServletException: 1,
  },
  swallowingCall: undefined,
  suppressing: undefined,
  logCall:
    /^(?:this\.)?_?(?:log|logger|LOG|LOGGER|slf4jLogger|System\.(?:out|err))(?:\.\w+)+\(|^\w+\.printStackTrace\(/u,

  sinks: JVM_SINKS,
  requestData:
    /\b(?:req|request|httpRequest|httpServletRequest|servletRequest|webRequest|exchange)\.(?:get(?:Parameter\w*|Header\w*|Cookies|QueryString|RequestURI|RequestURL|PathInfo|PathTranslated|ServletPath|InputStream|Reader|Parts?|RemoteUser|QueryParams|Body|Request\w*|FormData|MultipartData)|queryParam|pathVariable|bodyTo\w+)\(|\b(?:ctx|context)\.(?:queryParam|formParam|pathParam|header|cookie|body|uploadedFile)\w*\(|\bSystem\.(?:getenv|getProperty)\(|\bargs\[/u,
};
