import type { Rule } from '../rule.ts';
import { anyOf, call, isAssembledSql, isSent, method, methodOf, option } from '../selectors.ts';

/** What a client sends, and where it may not go unchecked. */
export const REQUESTS: readonly Rule[] = [
  {
    id: 'sql-assembled',
    severity: 'high',
    cwe: ['CWE-89'],
    message: 'A SQL statement is put together from parts: pass them as parameters.',
    how: { selector: `${method('query|execute|exec|raw|all|get|run|prepare|each')}${isAssembledSql('arguments.0')}` },
  },
  {
    id: 'sql-unsafe-raw',
    severity: 'high',
    cwe: ['CWE-89'],
    message: 'A raw SQL statement that is not a constant is run.',
    how: { selector: `${method('\\$queryRawUnsafe|\\$executeRawUnsafe')}:not([arguments.0.type="Literal"])` },
  },
  {
    id: 'nosql-where',
    severity: 'high',
    cwe: ['CWE-943'],
    message: '`$where` runs text as code in the database.',
    how: { selector: `Property[key.name="$where"]:not([value.type="Literal"])` },
  },
  {
    id: 'request-to-file',
    severity: 'high',
    cwe: ['CWE-22'],
    message: 'A client chooses which file is opened.',
    how: {
      selector: `${call('readFile|readFileSync|createReadStream|createWriteStream|writeFile|writeFileSync|unlink|unlinkSync|rmSync|readdir|readdirSync')}${isSent('arguments.0')}`,
    },
  },
  {
    id: 'request-to-send-file',
    severity: 'high',
    cwe: ['CWE-22'],
    message: 'A client chooses which file is sent; `root` would confine it.',
    how: {
      selector: `${method('sendFile|download')}${isSent('arguments.0')}:not(:has(${option('root', '')}))`,
    },
  },
  {
    id: 'request-to-redirect',
    severity: 'medium',
    cwe: ['CWE-601'],
    message: 'A client chooses where to it is sent on.',
    how: { selector: `${method('redirect')}${anyOf([isSent('arguments.0'), isSent('arguments.1')])}` },
  },
  {
    id: 'request-to-fetch',
    severity: 'high',
    cwe: ['CWE-918'],
    message: 'A client chooses which address the server asks.',
    how: {
      selector: `:matches(CallExpression[callee.name=/^(fetch|axios|got|needle)$/],${methodOf('axios|got|needle|http|https', 'get|post|put|request|head')})${isSent('arguments.0')}`,
    },
  },
  {
    id: 'request-to-regexp',
    severity: 'medium',
    cwe: ['CWE-1333'],
    message: 'A client chooses a regular expression.',
    how: { selector: `:matches(CallExpression,NewExpression)[callee.name="RegExp"]${isSent('arguments.0')}` },
  },
  {
    id: 'unsafe-regexp',
    severity: 'medium',
    cwe: ['CWE-1333'],
    message: 'This regular expression can take exponential time.',
    how: { rule: 'pawl/super-linear' },
  },
];
