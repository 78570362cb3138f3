import type { Sink } from '../language-profile.ts';

const RUN_CODE = { cwe: 'CWE-95', danger: 'run code of their own' };
const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const DECODE = { cwe: 'CWE-502', danger: 'build objects of their own' };
const SHELL =
  /^\((?:(?:\w+\.)?(?:of|asList|listOf|arrayOf)\(|new String\[\]\{)?"(?:[\w/\\.:]*[/\\])?(?:(?:ba|z|da|k)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)"/iu;
/** A statement of SQL that is put together from pieces: by `+`, by a format or, in Kotlin, inside its quotes. */
const PIECED =
  /^(?=.*\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|MERGE|UPSERT|CREATE|DROP|ALTER|TRUNCATE|WHERE|ORDER BY|EXEC|CALL)\b).*(?:"\+|\+"|String\.format\(|\.format(?:ted)?\(|MessageFormat\.format\(|"[^$]{0,200}\$[\w{])/iu;

/** What the Java platform and its common libraries offer, by the names that Java and Kotlin both use. */
export const JVM_SINKS: readonly Sink[] = [
  { name: 'Runtime.exec', callee: /(?:\bgetRuntime\(\)|^runtime|^rt)\.exec$/u, ...RUN_COMMANDS },
  { name: 'a shell', callee: /^(?:new )?ProcessBuilder$|\.command$/u, when: SHELL, ...RUN_COMMANDS },
  { name: 'ObjectInputStream', callee: /^(?:new )?(?:java\.io\.)?(?:ObjectInputStream|XMLDecoder)$/u, ...DECODE },
  { name: 'deserialize', callee: /^SerializationUtils\.deserialize$|\b[xX][sS]tream\.fromXML$/u, ...DECODE },
  { name: 'enableDefaultTyping', callee: /\.(?:enableDefaultTyping|activateDefaultTyping)$/u, ...DECODE },
  {
    name: 'yaml.load',
    callee: /^(?:new )?[yY]aml(?:\(\))?\.load(?:As|All)?$/u,
    inFilesWith: /^(?![\s\S]*SafeConstructor)[\s\S]*snakeyaml/u,
    ...DECODE,
  },
  { name: 'a script engine', callee: /\b\w*[eE]ngine\.eval$|\bGroovyShell\(\w*\)\.(?:evaluate|parse)$/u, ...RUN_CODE },
  {
    name: 'an expression',
    callee: /\b\w*[pP]arser(?:\(\))?\.parseExpression$|^Ognl\.(?:getValue|setValue|parseExpression)$|^MVEL\.eval$/u,
    cwe: 'CWE-917',
    danger: 'run code of their own',
  },
  {
    name: 'JNDI lookup',
    callee: /\b\w*(?:[cC]tx|[cC]ontext)(?:\(\))?\.lookup$/u,
    inFilesWith: /\bjavax?\.naming\b/u,
    cwe: 'CWE-74',
    danger: 'load code of their own',
  },
  {
    name: 'a pieced-together query',
    callee:
      /\.(?:executeQuery|executeUpdate|executeLargeUpdate|execute|addBatch|prepareStatement|prepareCall|createQuery|createNativeQuery|createSQLQuery|queryForObject|queryForList|queryForMap|query|update|rawQuery|execSQL)$/u,
    when: PIECED,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
];
