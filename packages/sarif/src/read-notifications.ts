import { placePath } from './artifact-path.ts';
import { messageOf } from './message.ts';
import type { Node } from './node.ts';
import { descriptorOf } from './notification-descriptor.ts';
import { SarifError } from './sarif-error.ts';
import { type Level, LEVELS } from './severity.ts';

/** What a tool says about its own work (SARIF 3.58), not about the code. */
export interface SarifNotification {
  /** Like `py/diagnostics/extraction-warnings`; `null` where the tool gives none. */
  readonly id: string | null;
  readonly level: Level;
  readonly text: string;
  /** The files and folders of the repository that it is located in; the root is the empty path. */
  readonly files: readonly string[];
}

export interface NotificationOptions {
  readonly root: string | undefined;
  /** Whether an error of the execution is known to concern no more than some files, and is handed on. */
  readonly isPartial: (notification: SarifNotification) => boolean;
}

/** A tool that says that it failed, or that something went wrong on the way, did not examine everything. */
export function readNotifications(run: Node, { root, isPartial }: NotificationOptions): readonly SarifNotification[] {
  return run.list('invocations').flatMap((invocation) => {
    const success = invocation.need('executionSuccessful');
    if (!success.flag()) success.fail('failed-invocation', 'is false: the tool says that it failed');
    const configuring = invocation.list('toolConfigurationNotifications');
    const executing = invocation.list('toolExecutionNotifications');
    return [
      ...configuring.map((notification) => read(run, notification, root, () => false)),
      ...executing.map((notification) => read(run, notification, root, isPartial)),
    ];
  });
}

function read(
  run: Node,
  node: Node,
  root: string | undefined,
  isPartial: NotificationOptions['isPartial'],
): SarifNotification {
  const descriptor = (): Node | undefined => descriptorOf(run, node);
  const message = node.get('message');
  const notification = {
    id: (node.get('descriptor')?.get('id') ?? descriptor()?.get('id'))?.text() ?? null,
    level: node.get('level')?.oneOf(LEVELS) ?? 'warning',
    text: message ? messageOf(run, message, descriptor) : '',
    files: node.list('locations').flatMap((location) => filesOf(run, location, root)),
  };
  if (notification.level === 'error' && !isPartial(notification)) {
    node.fail('tool-error-notification', `is an error: ${notification.text || 'the tool does not say which'}`);
  }
  return notification;
}

/** A place outside the repository (a system header, a library) is about no file of it. */
function filesOf(run: Node, location: Node, root: string | undefined): readonly string[] {
  const artifact = location.get('physicalLocation')?.get('artifactLocation');
  if (!artifact) return [];
  try {
    return [placePath(run, artifact, root)];
  } catch (error) {
    if (error instanceof SarifError && error.code === 'outside-repository') return [];
    throw error;
  }
}
