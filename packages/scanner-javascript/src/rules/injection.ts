import type { Rule } from '../rule.ts';
import {
  call,
  isAssembled,
  isSent,
  isSentWithText,
  isTrue,
  isUnsafeMarkup,
  method,
  methodOf,
  named,
  NOT_ASSEMBLED_FROM_CONSTANTS,
  option,
} from '../selectors.ts';

const SPAWN = 'spawn|spawnSync|execFile|execFileSync|fork';

/** Text that becomes code, a command or markup. */
export const INJECTION: readonly Rule[] = [
  { id: 'eval', severity: 'critical', cwe: ['CWE-95'], message: '`eval` runs text as code.', how: { rule: 'no-eval' } },
  {
    id: 'implied-eval',
    severity: 'high',
    cwe: ['CWE-95'],
    message: 'A timer that is given text runs it as code.',
    how: { rule: 'no-implied-eval' },
  },
  {
    id: 'new-function',
    severity: 'critical',
    cwe: ['CWE-95'],
    message: 'The `Function` constructor runs text as code.',
    how: { rule: 'no-new-func' },
  },
  {
    id: 'global-function',
    severity: 'critical',
    cwe: ['CWE-95'],
    message: 'The `Function` constructor runs text as code.',
    how: {
      selector: `:matches(CallExpression,NewExpression)[callee.object.name=/^(globalThis|window|self|global)$/]${named('callee.property', 'Function')}`,
    },
  },
  {
    id: 'vm-code',
    severity: 'high',
    cwe: ['CWE-94'],
    message: 'The `vm` module is no sandbox: this runs text as code.',
    how: {
      selector: `${methodOf('vm', 'runInThisContext|runInNewContext|runInContext|compileFunction')}:not([arguments.0.type="Literal"])`,
    },
  },
  {
    id: 'require-from-request',
    severity: 'critical',
    cwe: ['CWE-98'],
    message: 'A client chooses which module is loaded.',
    how: {
      selector: `:matches(CallExpression[callee.name="require"]${isSent('arguments.0')},ImportExpression${isSent('source')})`,
    },
  },
  {
    id: 'deserialise',
    severity: 'high',
    cwe: ['CWE-502'],
    message: '`unserialize` can run code that is hidden in its input.',
    how: { selector: `${method('unserialize')}:not([arguments.0.type="Literal"])` },
  },
  {
    id: 'child-process-exec',
    severity: 'critical',
    cwe: ['CWE-78'],
    message: '`exec` gives a command that is not a constant to a shell.',
    how: { rule: 'security/detect-child-process' },
  },
  {
    id: 'child-process-exec-assembled',
    severity: 'critical',
    cwe: ['CWE-78'],
    message: 'A command put together from parts is given to a shell.',
    how: {
      selector: `:matches(${call('execSync|execAsync|execPromise')},${methodOf('shell|shelljs', 'exec')})${isAssembled('arguments.0')}`,
    },
  },
  {
    id: 'spawn-shell',
    severity: 'medium',
    cwe: ['CWE-78'],
    message: 'With `shell: true` the arguments are read by a shell.',
    how: { selector: `${call(SPAWN)} > ObjectExpression.arguments > ${option('shell', isTrue('value'))}` },
  },
  {
    id: 'inner-html',
    severity: 'high',
    cwe: ['CWE-79'],
    message: 'Markup that is not a constant is put into the page.',
    how: {
      selector: `AssignmentExpression${named('left.property', 'innerHTML|outerHTML|srcdoc')}${isUnsafeMarkup('right')}${NOT_ASSEMBLED_FROM_CONSTANTS}`,
    },
  },
  {
    id: 'insert-html',
    severity: 'high',
    cwe: ['CWE-79'],
    message: 'Markup that is not a constant is put into the page.',
    how: {
      selector: `:matches(${method('insertAdjacentHTML')}${isUnsafeMarkup('arguments.1')},${method('createContextualFragment')}${isUnsafeMarkup('arguments.0')})`,
    },
  },
  {
    id: 'document-write',
    severity: 'high',
    cwe: ['CWE-79'],
    message: 'Markup that is not a constant is written into the page.',
    how: { selector: `${methodOf('document', 'write|writeln')}${isUnsafeMarkup('arguments.0')}` },
  },
  {
    id: 'react-html',
    severity: 'high',
    cwe: ['CWE-79'],
    message: '`dangerouslySetInnerHTML` puts markup that is not a constant into the page.',
    how: {
      selector: `JSXAttribute[name.name="dangerouslySetInnerHTML"] > JSXExpressionContainer > ObjectExpression > ${option('__html', isUnsafeMarkup('value'))}`,
    },
  },
  {
    id: 'angular-bypass',
    severity: 'high',
    cwe: ['CWE-79'],
    message: "Angular's own sanitising is bypassed.",
    how: { selector: `${method('bypassSecurityTrust\\w+')}${isUnsafeMarkup('arguments.0')}` },
  },
  {
    id: 'script-url',
    severity: 'medium',
    cwe: ['CWE-79'],
    message: 'A `javascript:` address runs its text as code.',
    how: {
      selector: `:matches(JSXAttribute[value.value=/^\\s*javascript:(?!\\s*(void\\b|;|$))/i],AssignmentExpression${named('left.property', 'href|src|location|action')}[right.value=/^\\s*javascript:(?!\\s*(void\\b|;|$))/i])`,
    },
  },
  {
    id: 'mustache-escape',
    severity: 'high',
    cwe: ['CWE-79'],
    message: 'Escaping of markup is switched off.',
    how: { rule: 'security/detect-disable-mustache-escape' },
  },
  {
    id: 'request-to-markup',
    severity: 'high',
    cwe: ['CWE-79'],
    message: 'What a client sent is put into a page as it is.',
    how: { selector: `${method('send|write|end')}${isSentWithText('arguments.0')}` },
  },
];
