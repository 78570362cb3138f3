import type { HarnessId } from '../harness-id.ts';
import type { Payload } from './payload.ts';

/**
 * Who started the hook. VS Code loads the hooks of Claude Code and of Copilot CLI, and Copilot CLI those of Claude Code;
 * what ends the turn for one of them restarts the agent of another (exit status 2), so the form of the event decides.
 * Copilot's own format names no event; Claude Code stamps no time.
 */
export function speakerOf(harness: HarnessId, payload: Payload): HarnessId {
  const named = Object.hasOwn(payload, 'hookEventName') || Object.hasOwn(payload, 'hook_event_name');
  const stamped = Object.hasOwn(payload, 'timestamp') || Object.hasOwn(payload, 'hookEventName');
  if (harness === 'copilot' && named) return 'vscode';
  if (harness === 'claude-code' && stamped) return 'vscode';
  return harness;
}

/**
 * Who is answered when nothing could be read: in `vscode` form an answer ends the turn of either. Only Copilot CLI asks for
 * permissions.
 */
export function likelySpeaker(harness: HarnessId, registered: string | undefined): HarnessId {
  return harness === 'copilot' && registered !== 'permissionRequest' ? 'vscode' : harness;
}
