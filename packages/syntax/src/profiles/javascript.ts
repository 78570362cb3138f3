import type { LanguageProfile } from '../language-profile.ts';
import { javascriptIdiomWords } from './javascript-idiom-words.ts';
import { JAVASCRIPT_IDIOMS } from './javascript-idioms.ts';
import { JAVASCRIPT_SINKS } from './javascript-sinks.ts';

/** JavaScript with JSX. */
export const javascript: LanguageProfile = {
  id: 'javascript',
  extensions: ['js', 'mjs', 'cjs', 'es6', 'jsm'],
  interpreter: /^(?:node|nodejs|gjs|zx)$/u,
  grammar: { file: 'tree-sitter-javascript.wasm', package: 'tree-sitter-javascript', version: '0.25.0' },
  unreadable: [],
  functions: [
    'function_declaration',
    'function_expression',
    'generator_function_declaration',
    'generator_function',
    'arrow_function',
    'method_definition',
  ],
  classes: ['class_declaration', 'class'],
  objects: ['object'],
  nameField: 'name',
  bindings: [
    { kind: 'variable_declarator', value: 'value', name: 'name' },
    { kind: 'assignment_expression', value: 'right', name: 'left' },
    { kind: 'augmented_assignment_expression', value: 'right', name: 'left' },
    { kind: 'assignment_pattern', value: 'right', name: 'left' },
    { kind: 'pair', value: 'value', name: 'key' },
    { kind: 'field_definition', value: 'value', name: 'property' },
  ],
  transparent: ['parenthesized_expression'],
  decorated: [],
  idleQualifiers: /^(?:module\.exports\.?|exports\.?|this\.|self\.|window\.|globalThis\.)|\bprototype\./gu,

  comments: ['comment', 'html_comment'],
  strings: ['string', 'template_string'],
  interpolations: ['template_substitution'],
  constants: ['number', 'true', 'false', 'null', 'undefined', 'regex'],
  identifiers: [
    'identifier',
    'property_identifier',
    'private_property_identifier',
    'shorthand_property_identifier',
    'this',
  ],

  blocks: ['statement_block', 'program'],
  blockWrappers: ['else_clause'],
  expressionStatements: ['expression_statement'],
  idleStatements: ['empty_statement', 'debugger_statement'],
  calls: [
    { kind: 'call_expression', callee: 'function', arguments: 'arguments' },
    { kind: 'new_expression', callee: 'constructor', arguments: 'arguments' },
  ],
  branches: [
    { kind: 'if_statement', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'ternary_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'condition', consequence: 'body' },
    { kind: 'for_statement', condition: 'condition', consequence: 'body' },
    { kind: 'do_statement', condition: 'condition', consequence: 'body' },
  ],
  assertions: [],
  assertCall:
    /^(?:assert(?:\.(?:ok|equal|strictEqual|deepEqual))?|invariant|tiny?[iI]nvariant|ensure|console\.assert)\(/u,
  values: [
    { kind: 'variable_declarator', value: 'value' },
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_statement', value: 0 },
    { kind: 'arrow_function', value: 'body' },
    { kind: 'pair', value: 'value' },
  ],

  parentheses: ['parenthesized_expression'],
  negation: { kinds: ['unary_expression'], operator: '!', operand: 'argument' },
  binary: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  comparison: { kinds: ['binary_expression'], left: 'left', right: 'right', operator: 'operator' },
  and: ['&&'],
  or: ['||'],
  comparisons: {
    '==': { as: '==', symmetric: true },
    '===': { as: '==', symmetric: true },
    '!=': { as: '==', negated: true, symmetric: true },
    '!==': { as: '==', negated: true, symmetric: true },
    '<': { as: '<' },
    '>': { as: '<', swapped: true },
    '<=': { as: '<', negated: true, swapped: true },
    '>=': { as: '<', negated: true },
  },
  always: ['true', '1'],
  never: ['false', '0', 'null', 'undefined'],

  exits: {
    throw: ['throw_statement'],
    return: ['return_statement'],
    skip: ['continue_statement', 'break_statement'],
    exitCall:
      /^(?:process\.(?:exit|abort)\(|next\([^)]|reject\(|(?:cb|callback|done|fn|onError)\((?!\)|null|undefined)|(?:ctx|this|context|c|assert)\.(?:throw|fail|abort|error)\(|(?:fail|abort|die|deny|unauthorized|forbidden|notFound)\(|Promise\.reject\()|\.(?:status|sendStatus|code|writeHead|sendError)\([45]\d\d|\.(?:destroy|unauthorized|forbidden|badRequest|notFound|badImplementation)\(/u,
    refusal:
      /^(?:|undefined|null|false|true|-?\d+|"[^"]*"|\[\]|\{\}|void 0|NaN|new \w*Error\(.*|(?:new )?[\w.$]*Response\b.*[{,]status:[45]\d\d.*|Promise\.(?:reject\(.*|resolve\((?:null|undefined|false)?\))|\{(?:error|errors|ok:false|success:false|valid:false|status:[45]\d\d|isValid:false).*|.*\.redirect\(.*|(?:await )?[\w.$]*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|[nN]otFound|[rR]eject|[rR]efuse|[bB]adRequest|[fF]ail)\w*\(.*|[\w.$]*\.send\(\w*(?:[eE]rror|[fF]orbidden|[dD]enied)\w*\(.*)$/u,
  },

  tries: [{ kind: 'try_statement', body: 'body' }],
  handlers: [{ kind: 'catch_clause', body: 'body' }],
  finalizers: [{ kind: 'finally_clause', body: 'body' }],
  wideTypes: {},
  swallowingCall:
    /\.catch\((?:(?:async ?)?(?:\(\w*(?::\w+)?\)|\w+)=>(?:\{(?:return(?: (?:null|undefined|false))?)?;?\}|null|undefined|false|void 0|\(\{\}\)|\[\])|(?:_\.|lodash\.)?noop|function\(\w*\)\{\})\)$/u,
  suppressing: undefined,
  logCall:
    /^(?:await )?(?:this\.|self\.|req\.|request\.|ctx\.|app\.|server\.|fastify\.)?(?:console|logger|log|winston|debug|logging)(?:\.\w+)?\(/u,

  sinks: JAVASCRIPT_SINKS,
  requestData:
    /\b(?:req|request|ctx|context|c|event|evt)\??\.(?:req\b|request\b|body|query|params|param\(|headers?|cookies?|url|originalUrl|files?|rawBody|payload|queryStringParameters|pathParameters|json\(|text\(|formData\()|\bprocess\.(?:argv|env)\b|\blocation\.(?:hash|search|href)|\b(?:searchParams|URLSearchParams)\b|\bevent\.data\b/u,
  elements: {
    option: ['pair', 'jsx_attribute', 'object_assignment_pattern', 'assignment_pattern'],
    assignment: ['variable_declarator', 'assignment_expression', 'augmented_assignment_expression', 'field_definition'],
    number: ['number'],
    bool: ['true', 'false'],
    regex: ['regex'],
    decorator: ['decorator'],
    import: ['import_statement'],
    subscript: ['subscript_expression'],
    heritage: ['class_heritage'],
    negation: ['unary_expression'],
  },
  collections: ['array'],
  idioms: JAVASCRIPT_IDIOMS,
  idiomWords: javascriptIdiomWords,
  regexes: {
    flavour: 'javascript',
    call: /^(?:new )?RegExp$/u,
    rewrite: /(?:^|\.)(?:replace|replaceAll|split)$/u,
  },
};
