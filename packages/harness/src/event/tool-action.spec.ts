import { describe, expect, it } from 'vitest';
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
