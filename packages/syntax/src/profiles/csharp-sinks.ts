import type { Sink } from '../language-profile.ts';

const RUN_CODE = { cwe: 'CWE-95', danger: 'run code of their own' };
const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const DECODE = { cwe: 'CWE-502', danger: 'build objects of their own' };
/** A statement of SQL that is put together from pieces: by `+`, by a format or inside its quotes. */
const PIECED =
  /^(?=.*\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|MERGE|UPSERT|CREATE|DROP|ALTER|TRUNCATE|WHERE|ORDER BY|EXEC|CALL)\b).*(?:"\+|\+@?\$?"|[sS]tring\.(?:Format|Concat|Join)\(|(?:\$@?|@\$)"[^{]{0,200}\{)/iu;

export const CSHARP_SINKS: readonly Sink[] = [
  { name: 'Process.Start', callee: /^(?:System\.Diagnostics\.)?Process\.Start$/u, ...RUN_COMMANDS },
  {
    name: 'a shell',
    callee: /^new (?:System\.Diagnostics\.)?ProcessStartInfo$/u,
    when: /^\(@?"(?:[\w/\\.:]*[/\\])?(?:(?:ba|z|da)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)"/iu,
    ...RUN_COMMANDS,
  },
  {
    name: 'a formatter that builds anything',
    callee:
      /\b(?:new (?:BinaryFormatter|SoapFormatter|LosFormatter|NetDataContractSerializer|ObjectStateFormatter)\(\)|\w*[fF]ormatter)\.(?:Unsafe)?Deserialize$/u,
    ...DECODE,
  },
  {
    name: 'JSON with type names',
    callee: /^(?:Newtonsoft\.Json\.)?JsonConvert\.DeserializeObject(?:<.*>)?$/u,
    when: /\bTypeNameHandling\.(?!None\b)/u,
    ...DECODE,
  },
  { name: 'a script', callee: /^CSharpScript\.(?:EvaluateAsync|RunAsync|Create)(?:<.*>)?$/u, ...RUN_CODE },
  {
    name: 'a type or assembly by name',
    callee: /^(?:System\.)?(?:Type\.GetType|(?:Reflection\.)?Assembly\.(?:Load|LoadFrom|LoadFile|UnsafeLoadFrom))$/u,
    cwe: 'CWE-470',
    danger: 'choose what is loaded',
  },
  {
    name: 'a pieced-together query',
    callee:
      /^new \w*(?:Sql|Npgsql|MySql|Sqlite|SQLite|Oracle|Odbc|OleDb)(?:Command|DataAdapter)$|\.(?:FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw|ExecuteSqlCommand|Query|QueryFirst|QuerySingle|QueryFirstOrDefault|QuerySingleOrDefault|Execute|ExecuteScalar|ExecuteReader)(?:Async)?(?:<.*>)?$/u,
    when: PIECED,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
  { name: 'Html.Raw', callee: /^(?:@?Html\.Raw|new HtmlString)$/u, cwe: 'CWE-79', danger: 'put script into the page' },
];
