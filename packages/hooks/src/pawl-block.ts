import { HooksError } from './hooks-error.ts';
import type { ScriptedHook } from './hook-names.ts';

const BEGIN = '# >>> pawl';
const END = '# <<< pawl';
const BEGIN_LINE = /^# >>> pawl[ \t]*\r?$\n?/gmu;
const END_LINE = /^# <<< pawl[ \t]*\r?$\n?/gmu;

/**
 * Our lines in a tracked script, so no path of this machine. Husky's own runner reaches Pawl through them; where our
 * dispatcher runs the script they stand back, because it starts Pawl itself. A clone in which Pawl was never set up can
 * still commit: the server is the control.
 */
export function pawlBlock(hook: ScriptedHook): string {
  return `${BEGIN}
# Pawl judges what everything above has left behind, so this stays last. Written by \`pawl init\`.
if [ "\${PAWL_DISPATCHER-}" != "$PPID" ]; then
  pawl=$(git rev-parse --git-common-dir)/pawl/hook
  if [ -f "$pawl" ]; then
    sh "$pawl" ${hook} "$@" || exit
  elif [ -f node_modules/.bin/pawl ]; then
    node_modules/.bin/pawl hook ${hook} "$@" || exit
  else
    echo 'pawl: not set up in this clone, so nothing was judged here; the server still judges. Next: npx pawl init' >&2
  fi
fi
${END}
`;
}

export interface PlacedBlock {
  readonly text: string;
  /** What a person should know about where the block stands; nothing when all is well. */
  readonly notes: readonly string[];
}

/**
 * A script with our block in it: at its place where there is one, otherwise at the end. Every other byte stays. Line ends
 * of the block are always LF, also in a file with CRLF, because a shell reads `then\r` as a word.
 */
export function placeBlock(script: string, hook: ScriptedHook, file: string): PlacedBlock {
  const place = findBlock(script, file);
  if (place === undefined) {
    const gap = script === '' || script.endsWith('\n') ? '' : '\n';
    return { text: script + gap + pawlBlock(hook), notes: notesOn(script, '', file) };
  }
  const before = script.slice(0, place.start);
  const after = script.slice(place.end);
  return { text: before + pawlBlock(hook) + after, notes: notesOn(before, after, file) };
}

function findBlock(script: string, file: string): { readonly start: number; readonly end: number } | undefined {
  const [begin, ...moreBegins] = markers(script, BEGIN_LINE);
  const [end, ...moreEnds] = markers(script, END_LINE);
  if (begin === undefined && end === undefined) return undefined;
  if (begin === undefined || end === undefined || end.start < begin.end || moreBegins.length + moreEnds.length > 0) {
    throw new HooksError('damaged-block', `${file}: the marker lines "${BEGIN}" and "${END}" do not pair up.`, {
      next: `Remove them and what is between them from ${file}, then run npx pawl init.`,
    });
  }
  return { start: begin.start, end: end.end };
}

/** Where whole lines with a marker on them start and end, the line end included. */
function markers(script: string, marker: RegExp): readonly { readonly start: number; readonly end: number }[] {
  return [...script.matchAll(marker)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function notesOn(before: string, after: string, file: string): readonly string[] {
  const ends = commands(before).findLast((line) => /^(?:exit\b|exec\s+[^\s\d<>&])/u.test(line));
  return [
    ...(commands(after).length > 0
      ? [`${file}: commands follow Pawl's block; move them above it, so that it judges what they leave.`]
      : []),
    ...(ends === undefined
      ? []
      : [`${file}: "${ends}" above Pawl's block ends the script; the block is not reached by husky.`]),
  ];
}

function commands(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^\s*#/u.test(line));
}
