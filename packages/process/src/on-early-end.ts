/** What a terminal, a supervisor or a closed window sends; SIGKILL cannot be heard. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const pending = new Set<() => void>();

/**
 * Has something undone if this process exits or is ended by a signal before the function that is given back was called.
 * It has to be synchronous: nothing else runs any more. What was asked for last is undone first, so a tool is gone before
 * its folder is.
 */
export function onEarlyEnd(undo: () => void): () => void {
  // The same function may be asked for twice.
  const entry = (): void => undo();
  if (pending.size === 0) listen();
  pending.add(entry);
  return () => {
    if (pending.delete(entry) && pending.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', undoAll);
  // Before the others: one that listens once is otherwise no longer there to be seen.
  for (const signal of SIGNALS) process.prependListener(signal, endBy);
}

function unlisten(): void {
  process.off('exit', undoAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function endBy(signal: NodeJS.Signals): void {
  // Whoever embeds us and listens decides what the signal means; if it means the end, 'exit' follows.
  if (process.listenerCount(signal) > 1) return;
  undoAll();
  // With no listener left the system does what the signal asks for, and the caller sees the true reason.
  process.kill(process.pid, signal);
}

function undoAll(): void {
  for (const undo of [...pending].reverse()) {
    try {
      undo();
    } catch {
      // Nobody is left to tell, and the others have to be undone too.
    }
  }
  pending.clear();
  // Not before: a second Ctrl-C would then end us halfway.
  unlisten();
}
