import type { ToolAction } from './harness-event.ts';

const READS =
  /^(?:read|readfile|readmanyfiles|view|ls|list|listdir|listdirectory|listfiles|glob|grep|rg|search|searchfiles|codebasesearch|filesearch|grepsearch|websearch|webfetch|fetch|askuser|askuserquestion|todowrite|updatetodo|think)$/u;
const WRITES =
  /^(?:write|writefile|writetofile|edit|multiedit|editfile|editfiles|notebookedit|create|createfile|replace|replaceinfile|replacestringinfile|insertedit|applypatch|patch|strreplaceeditor|delete|deletefile)$/u;
const SHELLS =
  /^(?:bash|shell|powershell|terminal|runshellcommand|executecommand|runterminalcommand|runterminalcmd|runinterminal|localshell|exec|execcommand)$/u;
const COMMITS = /\bgit\b[^\n;&|]*\s(?:commit|push|merge|rebase|cherry-pick|revert|am|update-ref)(?![\w-])/u;

/** What the tool of that name does; `command` is what it was given to run, where it is a shell. */
export function toolAction(name: string, command: string | undefined): ToolAction {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/gu, '');
  if (SHELLS.test(plain)) return command !== undefined && COMMITS.test(command) ? 'commit' : 'shell';
  if (WRITES.test(plain)) return 'write';
  return READS.test(plain) ? 'read' : 'unknown';
}
