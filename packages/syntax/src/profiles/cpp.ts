import type { LanguageProfile } from '../language-profile.ts';
import { c } from './c.ts';
import { CPP_SINKS } from './cpp-sinks.ts';

/** C++ is C with classes, exceptions and lambdas. It reads the headers of both. */
export const cpp: LanguageProfile = {
  ...c,
  id: 'cpp',
  extensions: [
    'cpp',
    'cc',
    'cxx',
    'c++',
    'hpp',
    'hh',
    'hxx',
    'h++',
    'h',
    'ipp',
    'inl',
    'tcc',
    'tpp',
    'txx',
    'ino',
    'cppm',
    'ixx',
  ],
  interpreter: undefined,
  grammar: { file: 'tree-sitter-cpp.wasm', package: 'tree-sitter-cpp', version: '0.23.4' },
  unnamed: {
    function_definition: { name: ['declarator'] },
    if_statement: { test: ['condition', 'value'] },
    while_statement: { test: ['condition', 'value'] },
    catch_clause: { type: ['parameters', 0, 'type'] },
  },
  functions: ['function_definition', 'lambda_expression'],
  classes: ['class_specifier', 'struct_specifier', 'union_specifier', 'namespace_definition'],
  strings: [...c.strings, 'raw_string_literal', 'user_defined_literal'],

  branches: [
    { kind: 'if_statement', condition: 'test', consequence: 'consequence', alternative: 'alternative' },
    { kind: 'while_statement', condition: 'test', consequence: 'body' },
    ...c.branches.filter(({ kind }) => !['if_statement', 'while_statement'].includes(kind)),
  ],
  assertions: [{ kind: 'static_assert_declaration', condition: 'condition' }],
  assertCall:
    /^\(?(?:void\))?(?:_*[aA]ssert|\w*ASSERT(?:_TRUE|_MSG)?|\w*(?:CHECK|ENFORCE|ENSURE|REQUIRE|VERIFY)(?:_MSG|_ARG|_TRUE)?|Expects|Ensures|g_assert(?:_true)?|g_return(?:_val)?_if_fail|gsl_\w+|INSIST|BOOST_ASSERT\w*)\(/u,
  and: ['&&', 'and'],
  or: ['||', 'or'],

  exits: {
    throw: ['throw_statement'],
    return: ['return_statement', 'co_return_statement'],
    skip: c.exits.skip,
    exitCall: new RegExp(
      `${c.exits.exitCall.source}|${/^(?:throw\b|(?:std::)?(?:rethrow_exception|throw_with_nested|__throw_\w+)\(|(?:this->)?(?:abort|fail|reject|deny|sendError|send_error|respondError|throw_?\w*|raise\w*)\(|LOG\((?:FATAL|QFATAL)\)|\w*(?:->|\.)(?:status|set_status|setStatusCode|result|code|sendError)\((?:[45]\d\d|[\w:]*(?:forbidden|unauthorized|bad_request|Forbidden|Unauthorized|BadRequest|not_found|NotFound)))/u.source}`,
      'u',
    ),
    refusal: new RegExp(
      `${c.exits.refusal.source}|${/^(?:\{\}|std::nullopt|nullopt|boost::none|(?:std|tl|nonstd|boost|outcome)::(?:make_)?(?:unexpected|failure|unexpect|error_code)\b.*|[\w:]*(?:Status|StatusCode|Error|ErrorCode|Result|Code|errc|Err)::(?!(?:k?[oO][kK]|OK|Success|kSuccess)\b)\w+(?:\(.*)?|(?:grpc::)?(?:::)?Status\((?!.*\bOK\b).*|[\w:<>.]*(?:[eE]rror|[fF]orbidden|[dD]enied|[dD]eny|[iI]nvalid|[uU]nauthori[sz]ed|[nN]ot_?[fF]ound|[rR]eject|[rR]efuse|[fF]ail|[bB]ad_?[rR]equest)\w*(?:<.*>)?(?:[({].*)?|[\w:]*[rR]esponse[({](?:[\w:]*status::)?(?:[45]\d\d|forbidden|unauthorized|bad_request|not_found)\b.*|(?:[\w:]+)?[({](?:nullptr|false|nullopt|std::nullopt)?[)}])$/u.source}`,
      'u',
    ),
  },

  tries: [{ kind: 'try_statement', body: 'body' }],
  handlers: [{ kind: 'catch_clause', type: 'type', body: 'body' }],
  wideTypes: {
    'std::exception': 2,
    '::std::exception': 2,
    exception: 2,
    'std::runtime_error': 1,
    'std::logic_error': 1,
    'std::system_error': 1,
    'boost::exception': 1,
    QException: 1,
  },
  logCall: new RegExp(
    `${c.logCall.source}|${/^(?:std::)?(?:cerr|clog|cout|wcerr)<<|^(?:\w*LOG\w*|qWarning|qDebug|qCritical|qInfo|VLOG|DLOG)\(.*\)\s?<<|^(?:spdlog|\w*log(?:ger)?_?)(?:::|->|\.)\w+\(/u.source}`,
    'u',
  ),

  sinks: CPP_SINKS,
  requestData: new RegExp(
    `${c.requestData.source}|${/\bstd::(?:cin|getline)\b|\b(?:req|request|ctx)(?:\.|->)(?:body|url|url_params|params|get_param_value|get_header_value|headers?|target|path|query|matches|uri|cookies?|getParameter|getBody|getHeader|argument)\b|\bqEnvironmentVariable\(|\bqgetenv\(/u.source}`,
    'u',
  ),
};
