import type { Sink } from '../language-profile.ts';
import { C_SINKS } from './c-sinks.ts';

const DECODE = { cwe: 'CWE-502', danger: 'build objects of their own' };

export const CPP_SINKS: readonly Sink[] = [
  ...C_SINKS,
  {
    name: 'a shell',
    callee:
      /^(?:QProcess::(?:execute|startDetached|startCommand)|\w+(?:\.|->)startCommand|boost::process::(?:system|child|spawn)|bp::(?:system|child|spawn))$/u,
    when: /^\((?!"[^"]*"\)$)(?!"[^"]*",)/u,
    cwe: 'CWE-78',
    danger: 'run commands of their own',
  },
  {
    name: 'SQL built from text',
    callee:
      /(?:\.|->|::)(?:exec\w*|query|prepare|execute\w*|sql|statement)$|^(?:sqlite3_(?:exec|prepare\w*)|mysql_(?:real_)?query|PQexec)$/u,
    when: /"\s?(?:select|insert|update|delete|replace|drop|alter)\b.*"\s?\+|\bformat\("\s?(?:select|insert|update|delete)\b/iu,
    cwe: 'CWE-89',
    danger: 'change the query',
  },
  {
    name: 'a script',
    callee:
      /^(?:luaL_(?:dostring|loadstring)|PyRun_(?:Simple)?String\w*|duk_eval\w*|\w+(?:\.|->)(?:evaluate|eval|runJavaScript))$/u,
    when: /[,(](?![^"]*"[^"]*"\)?$)/u,
    cwe: 'CWE-95',
    danger: 'run code of their own',
  },
  {
    name: 'a yaml or archive of objects',
    callee: /^(?:\w+(?:\.|->))?(?:readObject|unserialize|deserialize_any)$/u,
    ...DECODE,
  },
];
