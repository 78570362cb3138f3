import type { LanguageProfile } from '../language-profile.ts';
import { RUST_SINKS } from './rust-sinks.ts';

/** A call that is made for its error: what it is named says that it checks. */
const ASSERTING =
  /^(?:[\w.]+(?:\.|::))?(?:check|validate|verify|authori[sz]e|authenticate|ensure|require|assert|enforce|guard|deny)(?:_\w+)?\(/u;

/**
 * `return`, `break` and `?` are expressions: as statements they stand inside an `expression_statement`, where `exitCall`
 * reads them. What a macro is given is a run of tokens to the grammar: an `ensure!` is compared as one text.
 */
export const rust: LanguageProfile = {
  id: 'rust',
  extensions: ['rs'],
  interpreter: /^(?:rust-script|cargo-eval)$/u,
  grammar: { file: 'tree-sitter-rust.wasm', package: 'tree-sitter-rust', version: '0.24.0' },
  unreadable: [],
  functions: ['function_item', 'function_signature_item', 'closure_expression'],
  classes: ['impl_item', 'trait_item', 'mod_item', 'struct_item', 'enum_item'],
  objects: [],
  nameField: 'name',
  unnamed: {
    impl_item: { name: ['type'] },
    unary_expression: { operand: [0] },
    // `check(a)?` asserts the call as a whole, and `ensure!(a)` all its tokens.
    try_expression: { asserted: [0, { matches: ASSERTING }] },
    // `assert!` is left out: the tests that stand in the same file are full of it.
    macro_invocation: { asserted: [{ matches: /^(?:\w+::)*(?:ensure|require|ensure_signed)!/u }, 'token_tree'] },
  },
  bindings: [
    { kind: 'let_declaration', value: 'value', name: 'pattern' },
    { kind: 'assignment_expression', value: 'right', name: 'left' },
    { kind: 'field_initializer', value: 'value', name: 'field' },
    { kind: 'const_item', value: 'value', name: 'name' },
    { kind: 'static_item', value: 'value', name: 'name' },
  ],
  transparent: ['parenthesized_expression', 'try_expression', 'await_expression'],
  decorated: [],
  idleQualifiers: /^self\.|^mut /gu,

  comments: ['line_comment', 'block_comment'],
  strings: ['string_literal', 'raw_string_literal'],
  interpolations: [],
  constants: ['integer_literal', 'float_literal', 'char_literal', 'boolean_literal', 'unit_expression'],
  identifiers: ['identifier', 'field_identifier'],

  blocks: ['block', 'source_file'],
  blockWrappers: ['else_clause'],
  expressionStatements: ['expression_statement'],
  idleStatements: ['empty_statement'],
  calls: [{ kind: 'call_expression', callee: 'function', arguments: 'arguments' }],
  branches: [
    { kind: 'if_expression', condition: 'condition', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_expression', condition: 'condition', consequence: 'body' },
    // `let Some(value) = source else { return … };`
    { kind: 'let_declaration', condition: 'value', alternative: 'alternative' },
  ],
  assertions: [
    { kind: 'try_expression', condition: 'asserted' },
    { kind: 'macro_invocation', condition: 'asserted' },
  ],
  assertCall: /(?!)/u,
  values: [
    { kind: 'let_declaration', value: 'value' },
    { kind: 'assignment_expression', value: 'right' },
    { kind: 'return_expression', value: 0 },
    { kind: 'closure_expression', value: 'body' },
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
    return: ['return_expression'],
    skip: ['continue_expression', 'break_expression'],
    exitCall:
      /^(?:return(?:$| (?:(?:\w+::)*Err\(|None$|false$|true$|-?\d+$|""|(?:[\w:]*::)?\w*(?:[eE]rror|[fF]orbidden|[uU]nauthorized|[bB]ad_?[rR]equest|[nN]ot_?[fF]ound|[dD]enied|[rR]eject|[iI]nvalid)\w*(?:::\w+)*\(|(?:[\w:]*::)?StatusCode::(?:BAD|UNAUTH|FORB|NOT_|CONFLICT|GONE|PAYLOAD|TOO_|INTERNAL|UNPROC)|\((?:[\w:]*::)?StatusCode::(?:BAD|UNAUTH|FORB|NOT_|CONFLICT|GONE|PAYLOAD|TOO_|INTERNAL|UNPROC)))|continue\b|break\b|Err\(|None$|false$|(?:[\w:]*::)?(?:bail|panic|unreachable|todo|unimplemented|abort)!\(|(?:std::)?process::(?:exit|abort)\(|(?:[\w:]*::)?Err\()/u,
    refusal:
      /^(?:|None|false|true|-?\d+|"[^"]*"|(?:\w+::)*Err\(.*|Ok\((?:None|false)\)|(?:Vec|String)::new\(\)|(?:Default::default|\w+::default)\(\)|(?:[\w:]*::)?\w*(?:[eE]rror|[fF]orbidden|[uU]nauthorized|[bB]ad_?[rR]equest|[nN]ot_?[fF]ound|[dD]enied|[rR]eject|[iI]nvalid)\w*(?:::\w+)*\(.*|\(?(?:[\w:]*::)?StatusCode::(?:BAD|UNAUTH|FORB|NOT_|CONFLICT|GONE|PAYLOAD|TOO_|INTERNAL|UNPROC).*)$/u,
  },

  tries: [],
  handlers: [],
  finalizers: [],
  wideTypes: {},
  // Not `ok()`: it is how a result becomes an option, which most code then asks about.
  swallowingCall: /\.(?:unwrap_or_default\(\)|unwrap_or\((?:true|\(\)|Ok\(\(\)\))\))$/u,
  suppressing: undefined,
  logCall: /^(?:log::|tracing::|slog::)?(?:error|warn|info|debug|trace|eprintln|eprint|println|print|dbg)!\(/u,

  sinks: RUST_SINKS,
  requestData:
    /\b(?:req|request)\.(?:query_string|headers|uri|path|match_info|param|params|query|body|cookie|cookies|into_body|extensions|uri_ref)\b|\b(?:std::)?env::(?:args|args_os|var|var_os)\(/u,
};
