import type { Sink } from '../language-profile.ts';

const CHILD_PROCESS = /\bchild_process\b/u;

export const JAVASCRIPT_SINKS: readonly Sink[] = [
  {
    name: 'eval',
    callee: /^(?:(?:window|globalThis|global|self)\.|\(0,)?eval\)?$/u,
    cwe: 'CWE-95',
    danger: 'run code of their own',
  },
  {
    name: 'Function',
    callee: /^(?:(?:window|globalThis|global)\.)?Function$/u,
    cwe: 'CWE-95',
    danger: 'run code of their own',
  },
  {
    name: 'vm',
    callee: /^(?:\w*vm\.(?:runIn\w*Context|compileFunction|Script)|runIn(?:New|This)Context)$/iu,
    cwe: 'CWE-95',
    danger: 'run code of their own',
  },
  {
    name: 'exec',
    callee: /^(?:(?:\w*child_?process|cp)\.|require\("(?:node:)?child_process"\)\.)?exec(?:Sync)?$/iu,
    inFilesWith: CHILD_PROCESS,
    cwe: 'CWE-78',
    danger: 'run commands of their own',
  },
  {
    name: 'spawn in a shell',
    callee: /^(?:(?:\w*child_?process|cp)\.)?(?:spawn|execFile)(?:Sync)?$/iu,
    when: /\bshell:(?!false)/u,
    inFilesWith: CHILD_PROCESS,
    cwe: 'CWE-78',
    danger: 'run commands of their own',
  },
  {
    name: 'unserialize',
    callee: /^(?:\w*[sS]eriali[sz]e\.unserialize|unserialize|v8\.deserialize)$/u,
    cwe: 'CWE-502',
    danger: 'build objects of their own',
  },
];
