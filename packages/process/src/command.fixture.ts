import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command, CommandResult, Output, SourceFile } from '@pawl/scanner';

const lyingTool = fileURLToPath(new URL('lying-tool.fixture.mjs', import.meta.url));

export function source(file: string, text = ''): SourceFile {
  return { file, blob: 'b', text };
}

/** A step of the lying tool: `[trick, argument…]`. */
export function trick(args: readonly string[], okStatus: readonly number[] = [0]): Command['steps'][0] {
  return { argv: [process.execPath, lyingTool, ...args], okStatus };
}

export function command(args: readonly string[], changes: Partial<Command> = {}): Command {
  const limits = { timeoutMs: 15_000, maxOutputBytes: 1_000_000, maxMemoryBytes: 1_000_000_000 };
  return { kind: 'command', steps: [trick(args)], files: [], own: [], ...limits, ...changes };
}

export function done(output: Output): CommandResult {
  if (output.kind === 'failed') throw new Error(output.why);
  return output.value as CommandResult;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed orphan stays visible as a zombie until its new parent reaps it.
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}
