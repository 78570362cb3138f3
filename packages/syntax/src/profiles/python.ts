import type { LanguageProfile } from '../language-profile.ts';
import { pythonIdiomWords } from './python-idiom-words.ts';
import { PYTHON_IDIOMS } from './python-idioms.ts';
import { PYTHON_SINKS } from './python-sinks.ts';

export const python: LanguageProfile = {
  id: 'python',
  extensions: ['py', 'pyi', 'pyw'],
  interpreter: /^(?:python[\d.]*|pypy[\d.]*)$/u,
  grammar: { file: 'tree-sitter-python.wasm', package: 'tree-sitter-python', version: '0.25.0' },
  unreadable: [],
  functions: ['function_definition', 'lambda'],
  classes: ['class_definition'],
  objects: ['dictionary'],
  nameField: 'name',
  bindings: [
    { kind: 'assignment', value: 'right', name: 'left' },
    { kind: 'named_expression', value: 'value', name: 'name' },
    { kind: 'keyword_argument', value: 'value', name: 'name' },
    { kind: 'pair', value: 'value', name: 'key' },
  ],
  transparent: ['parenthesized_expression'],
  decorated: [{ kind: 'decorated_definition', definition: 'definition' }],
  idleQualifiers: /^(?:self|cls)\./gu,

  comments: ['comment'],
  strings: ['string', 'concatenated_string'],
  interpolations: ['interpolation'],
  constants: ['integer', 'float', 'true', 'false', 'none', 'ellipsis'],
  identifiers: ['identifier'],

  blocks: ['block', 'module'],
  blockWrappers: ['else_clause'],
  expressionStatements: ['expression_statement'],
  idleStatements: ['pass_statement'],
  calls: [{ kind: 'call', callee: 'function', arguments: 'arguments' }],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'elif_clause', condition: 'condition', consequence: 'consequence' },
    { kind: 'conditional_expression', condition: 1, consequence: 0, alternative: 2 },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'if_clause', condition: 0, consequence: 0 },
  ],
  assertions: [{ kind: 'assert_statement', condition: 0 }],
  assertCall: /^(?:self\.assert(?:True|False)|ensure|check_that)\(/u,
  values: [
    { kind: 'assignment', value: 'right' },
    { kind: 'named_expression', value: 'value' },
    { kind: 'return_statement', value: 0 },
    { kind: 'lambda', value: 'body' },
    { kind: 'keyword_argument', value: 'value' },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['not_operator'], operator: 'not', operand: 'argument' },
  binary: { kinds: ['boolean_operator'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['comparison_operator'], left: 0, right: 1, operator: 'operators' },
  and: ['and'],
  or: ['or'],
  comparisons: {
    '==': { as: '==', symmetric: true },
    '!=': { as: '==', negated: true, symmetric: true },
    is: { as: ' is ' },
    'is not': { as: ' is ', negated: true },
    in: { as: ' in ' },
    'not in': { as: ' in ', negated: true },
    '<': { as: '<' },
    '>': { as: '<', swapped: true },
    '<=': { as: '<', negated: true, swapped: true },
    '>=': { as: '<', negated: true },
  },
  always: ['True', '1'],
  never: ['False', '0', 'None'],

  exits: {
    throw: ['raise_statement'],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement'],
    exitCall:
      /^(?:await )?(?:(?:sys\.)?exit\(|os\._exit\(|quit\(|(?:flask\.|self\.|web\.|bottle\.)?(?:abort|fail|send_error|permission_denied|deny|die|error)\(|pytest\.(?:skip|fail)\(|six\.reraise\()/u,
    refusal:
      /^(?:|None|False|True|-?\d+|[bru]*"[^"]*"|\[\]|\{\}|\(\)|NotImplemented|\{(?:"error|"errors|"detail).*|\w*(?:Forbidden|BadRequest|NotFound|NotAllowed|Unauthorized|Gone|Denied)\(.*|(?:[\w.]*\.)?redirect\(.*|(?:await )?[\w.]*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|not_found|[rR]eject|[rR]efuse|bad_request|[aA]bort|[fF]ail|Exception|[hH]ttp_?[45]\d\d)\w*\(.*|.*\bstatus(?:_code)?=(?:[\w.]*HTTP_)?[45]\d\d.*|.*,[45]\d\d\)?)$/u,
  },

  tries: [{ kind: 'try_statement', body: 'body' }],
  handlers: [{ kind: 'except_clause', type: 'value', body: -1 }],
  finalizers: [{ kind: 'finally_clause', body: -1 }],
  wideTypes: {
    BaseException: 3,
    BaseExceptionGroup: 3,
    Exception: 2,
    StandardError: 2,
    ExceptionGroup: 2,
    OSError: 1,
    EnvironmentError: 1,
    IOError: 1,
    RuntimeError: 1,
    LookupError: 1,
    ArithmeticError: 1,
  },
  swallowingCall: undefined,
  suppressing: { kind: 'with_statement', call: /^(?:contextlib\.)?suppress\(/u, body: 'body' },
  logCall:
    /^(?:await )?(?:self\.|cls\.|current_app\.|app\.)?_*(?:log|logger|logging|LOG|LOGGER|warnings|traceback|print|pprint)(?:\.\w+)?\(|^sys\.std(?:err|out)\.write\(/u,

  sinks: PYTHON_SINKS,
  requestData:
    /\b(?:self\.)?(?:request|req|flask\.request)\.(?:args|form|json|get_json|data|values|files|cookies|headers|body|GET|POST|FILES|COOKIES|META|params|query|query_params|path_params|match_info|rel_url|url|path|environ|get_data|read\(|post\()|\bsys\.argv\b|\bos\.(?:environ|getenv)\b|\benviron\b|(?<![\w.])(?:raw_)?input\(/u,
  elements: {
    option: ['pair', 'keyword_argument', 'default_parameter', 'typed_default_parameter'],
    assignment: ['assignment', 'augmented_assignment', 'named_expression'],
    number: ['integer', 'float'],
    bool: ['true', 'false'],
    decorator: ['decorator'],
    import: ['import_statement', 'import_from_statement'],
    subscript: ['subscript'],
    negation: ['not_operator'],
  },
  collections: ['list', 'tuple', 'set'],
  idioms: PYTHON_IDIOMS,
  idiomWords: pythonIdiomWords,
  regexes: {
    flavour: 'python',
    call: /^(?:re|regex)\.(?:compile|match|search|fullmatch|sub|subn|split|findall|finditer)$/u,
    start: /\.match$/u,
    whole: /\.fullmatch$/u,
    rewrite: /\.(?:sub|subn|split)$/u,
  },
};
