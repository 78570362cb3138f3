import type { Sink } from '../language-profile.ts';

const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const SHELL =
  /^\((?:[\w.]+,)?["`](?:[\w/\\.:]*[/\\])?(?:(?:ba|z|da|k)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)["`]/iu;
/** A statement of SQL that is put together from pieces, by `+` or by a format. */
const PIECED =
  /^(?=.*\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|MERGE|UPSERT|CREATE|DROP|ALTER|TRUNCATE|WHERE|ORDER BY|EXEC|CALL)\b).*(?:fmt\.(?:Sprintf|Sprint|Appendf)\(|["`]\+|\+["`]|strings\.Join\()/iu;

export const GO_SINKS: readonly Sink[] = [
  { name: 'a shell', callee: /^exec\.Command(?:Context)?$/u, when: SHELL, ...RUN_COMMANDS },
  { name: 'syscall.Exec', callee: /^syscall\.(?:Exec|ForkExec|StartProcess)$/u, ...RUN_COMMANDS },
  {
    name: 'a pieced-together query',
    callee: /\.(?:Query|QueryRow|Queryx|QueryRowx|Exec|MustExec|Prepare|Preparex|NamedExec|Raw)(?:Context)?$/u,
    when: PIECED,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
  {
    name: 'unescaped template text',
    callee: /^template\.(?:HTML|HTMLAttr|JS|JSStr|CSS|URL|Srcset)$/u,
    cwe: 'CWE-79',
    danger: 'put script into the page',
  },
  { name: 'plugin.Open', callee: /^plugin\.Open$/u, cwe: 'CWE-829', danger: 'choose what is loaded' },
  {
    name: 'an unverified token',
    callee: /\.(?:ParseUnverified|UnsafeClaimsWithoutVerification)$/u,
    cwe: 'CWE-347',
    danger: 'sign a token of their own',
  },
  { name: 'gob', callee: /^gob\.NewDecoder$/u, cwe: 'CWE-502', danger: 'choose what is decoded' },
];
