import { describe, expect, it } from 'vitest';
import type { HarnessEvent } from './harness-event.ts';
import { taskOf } from './harness-event.ts';
import { toolAction } from './tool-action.ts';

describe('when a tool is named', () => {
  it.each([
    ['Read', undefined, 'read'],
    ['read_file', undefined, 'read'],
    ['Edit', undefined, 'write'],
    ['replace_string_in_file', undefined, 'write'],
    ['apply_patch', undefined, 'write'],
    ['Bash', 'npm test', 'shell'],
    ['run_shell_command', undefined, 'shell'],
    ['Bash', 'cd api && git -C . commit -m "x"', 'commit'],
    ['execute_command', 'git push --force origin HEAD', 'commit'],
    ['Bash', 'git log --grep commit-graph', 'shell'],
    ['Bash', 'git status; echo commit', 'shell'],
    ['mcp__github__create_file', undefined, 'unknown'],
  ])('%s (%s) is %s', (name, command, action) => {
    expect(toolAction(name, command)).toBe(action);
  });
});

describe('when it is asked what an event calls for', () => {
  const event = { harness: 'codex', speaks: 'codex', name: 'x', session: undefined, cwd: undefined } as const;
  const tool = { name: 'x', action: 'unknown' } as const;

  it.each<[HarnessEvent['kind'], ReturnType<typeof taskOf>]>([
    ['session-start', 'latch'],
    ['prompt', 'latch'],
    ['before-tool', 'latch'],
    ['after-tool', 'judge'],
    ['stop', 'judge'],
    ['other', 'nothing'],
  ])('%s calls for: %s', (kind, task) => {
    expect(taskOf({ ...event, kind, tool })).toBe(task);
  });

  it('a tool that only read leaves nothing to judge, and one that is not named does', () => {
    expect(taskOf({ ...event, kind: 'after-tool', tool: { name: 'Read', action: 'read' } })).toBe('nothing');
    expect(taskOf({ ...event, kind: 'after-tool', tool: undefined })).toBe('judge');
  });
});
