import { PAUSED } from '../answer/words.ts';
import { HarnessError } from '../harness-error.ts';
import type { HarnessId } from '../harness-id.ts';
import { hookCommand } from './hook-command.ts';
import { findMarked, markedBlock } from './marked-block.ts';
import { type SettingsPlan, settingsPlan } from './settings-plan.ts';

const SHELL =
  /^#![ \t]*(?:\/usr\/bin\/env[ \t]+(?:-S[ \t]+)?|\/\S*\/)(?:sh|bash|dash|ksh|zsh)(?:[ \t][^\r\n]*)?(?:\r?\n|$)/u;
const START = '#!/bin/sh\n';
/** What our own script says when Pawl had nothing to say; a script of the user's says it itself. */
const GO_ON = `printf '%s\\n' '{"cancel":false}'\n`;

/**
 * Cline: one executable per event. Our lines come first, read the event, and hand it on to what follows, so that a script
 * that was there goes on reading its standard input. A Pawl that is gone, or says anything unforeseen, cancels.
 */
export function installScript(
  harness: HarnessId,
  file: string,
  event: string,
  existing: string | undefined,
  program: string,
): SettingsPlan {
  const lines = blockLines(hookCommand(program, harness, event));
  if (existing === undefined) {
    const text = START + markedBlock(START, lines, '\n') + GO_ON;
    return settingsPlan(file, existing, text, { executable: true });
  }
  const { before, block, after } = findMarked(existing, file);
  const head = block === undefined ? headOf(before, file) : before;
  const rest = block === undefined ? before.slice(head.length) : after;
  return settingsPlan(file, existing, head + markedBlock(head, lines, '\n') + rest, { executable: true });
}

export function uninstallScript(file: string, existing: string | undefined): SettingsPlan {
  if (existing === undefined) return settingsPlan(file, existing, undefined);
  const { before, block, after } = findMarked(existing, file);
  const isOurs = block !== undefined && before === START && after === GO_ON;
  return settingsPlan(file, existing, isOurs ? undefined : before + after, { executable: true });
}

function headOf(script: string, file: string): string {
  const head = SHELL.exec(script)?.[0];
  if (head !== undefined && !head.endsWith('\r\n')) return head;
  throw new HarnessError('foreign-script', `${file} is not a shell script that Pawl could add its lines to.`, {
    next: `Move it aside, run this again, and start it from the end of the new ${file}.`,
  });
}

function blockLines(command: string): readonly string[] {
  return [
    '# Pawl reads the event first and cancels when it must; otherwise the rest of this script reads the event too.',
    'pawl_event=$(cat)',
    `pawl_answer=$(printf '%s\\n' "$pawl_event" | ${command}) || pawl_answer=`,
    'case $pawl_answer in',
    `  '{"cancel":false}') ;;`,
    `  '{"cancel":true'*) printf '%s\\n' "$pawl_answer"; exit 0 ;;`,
    `  *) printf '%s\\n' '{"cancel":true,"errorMessage":"${PAUSED}"}'; exit 0 ;;`,
    'esac',
    'exec <<PAWL_EVENT',
    '$pawl_event',
    'PAWL_EVENT',
  ];
}
