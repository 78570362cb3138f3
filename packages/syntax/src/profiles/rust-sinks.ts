import type { Sink } from '../language-profile.ts';

/** A statement of SQL that is put together from pieces. */
const PIECED =
  /^(?=.*\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|MERGE|UPSERT|CREATE|DROP|ALTER|TRUNCATE|WHERE|ORDER BY|EXEC|CALL)\b).*(?:\bformat!\(|\.to_string\(\)\+|\+&)/iu;

export const RUST_SINKS: readonly Sink[] = [
  {
    name: 'a shell',
    callee:
      /\bCommand::new\("(?:[\w/\\.:]*[/\\])?(?:(?:ba|z|da)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)"\)(?:\.\w+\([^()]*\))*\.(?:args?|raw_arg)$/iu,
    cwe: 'CWE-78',
    danger: 'run commands of their own',
  },
  {
    name: 'a pieced-together query',
    callee:
      /^(?:sqlx::|diesel::)?(?:query|query_as|query_scalar|sql_query|raw_sql)(?:::<.*>)?$|\.(?:execute|execute_batch|batch_execute|query|query_row|query_one|query_opt|query_map|prepare|simple_query|fetch_all|fetch_one)$/u,
    when: PIECED,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
  { name: 'a library by name', callee: /\bLibrary::(?:new|open)$/u, cwe: 'CWE-829', danger: 'choose what is loaded' },
  {
    name: 'unescaped template text',
    callee: /^(?:maud::)?PreEscaped$|^(?:Html|RawHtml)$/u,
    when: /\bformat!\(/u,
    cwe: 'CWE-79',
    danger: 'put script into the page',
  },
  {
    name: 'an unverified token',
    callee: /\b(?:dangerous::)?insecure_decode(?:::<.*>)?$|\.insecure_disable_signature_validation$/u,
    cwe: 'CWE-347',
    danger: 'sign a token of their own',
  },
];
