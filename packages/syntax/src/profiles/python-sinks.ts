import type { Sink } from '../language-profile.ts';

const RUN_CODE = { cwe: 'CWE-95', danger: 'run code of their own' };
const RUN_COMMANDS = { cwe: 'CWE-78', danger: 'run commands of their own' };
const DECODE = { cwe: 'CWE-502', danger: 'run code by what is decoded' };

export const PYTHON_SINKS: readonly Sink[] = [
  { name: 'eval', callee: /^(?:builtins\.)?eval$/u, ...RUN_CODE },
  { name: 'exec', callee: /^(?:builtins\.)?exec$/u, ...RUN_CODE },
  { name: '__import__', callee: /^(?:builtins\.)?__import__$/u, cwe: 'CWE-470', danger: 'choose what is loaded' },
  {
    name: 'os.system',
    callee: /^(?:os|posix|commands)\.(?:system|popen\d?|getoutput|getstatusoutput)$/u,
    ...RUN_COMMANDS,
  },
  {
    name: 'subprocess in a shell',
    callee: /^(?:subprocess|sp)\.(?:run|call|check_call|check_output|Popen)$|^(?:Popen|check_output|check_call)$/u,
    when: /\bshell=(?!False|0\b)/u,
    ...RUN_COMMANDS,
  },
  {
    name: 'subprocess in a shell',
    callee: /^(?:subprocess\.(?:getoutput|getstatusoutput)|asyncio\.create_subprocess_shell)$/u,
    ...RUN_COMMANDS,
  },
  { name: 'pickle', callee: /^(?:c?[pP]ickle|_pickle|dill|cloudpickle)\.(?:loads?|Unpickler)$/u, ...DECODE },
  { name: 'marshal', callee: /^marshal\.loads?$/u, ...DECODE },
  { name: 'jsonpickle', callee: /^jsonpickle\.(?:decode|loads)$/u, ...DECODE },
  { name: 'yaml.load', callee: /^(?:ruamel\.)?yaml\.load(?:_all)?$/u, unless: /\bC?(?:Safe|Base)Loader\b/u, ...DECODE },
  { name: 'yaml.unsafe_load', callee: /^yaml\.(?:unsafe_load|full_load|UnsafeLoader)(?:_all)?$/u, ...DECODE },
];
