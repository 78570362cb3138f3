import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Revisions } from '../dataset/case.ts';
import type { Gate, GateReason } from './gate.ts';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** Killed, or could not be started. */
const NO_STATUS = 99;

/**
 * Any command with `{repo}`, `{base}` and `{head}` in it, run by a shell. Its exit status is the answer: 0 clean, 1
 * stopped, anything else could not tell. Where its output is JSON with `reasons`, those tell what was found where.
 */
export function commandGate(template: string, timeoutSeconds: number): Gate {
  return {
    async judge(testCase) {
      const { status, stdout, stderr, ms } = await runShell(
        filled(template, await testCase.revisions()),
        timeoutSeconds,
      );
      const told = { score: status === 1 ? 1 : 0, reasons: reasonsIn(stdout), notExamined: testCase.unread.length, ms };
      if (status <= 1) return told;
      return { ...told, fault: `exit status ${status}: ${(stderr || stdout).trim().slice(-300)}` };
    },
  };
}

function filled(template: string, revisions: Revisions): string {
  return template.replace(/\{(repo|base|head)\}/gu, (_, name: keyof Revisions) => revisions[name]);
}

function runShell(command: string, timeoutSeconds: number): Promise<Ended> {
  const started = performance.now();
  return new Promise((done) => {
    const options = { timeout: timeoutSeconds * 1000, maxBuffer: 1 << 28 };
    execFile('bash', ['-c', command], options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : NO_STATUS;
      done({ status, stdout, stderr, ms: performance.now() - started });
    });
  });
}

/** A gate may print what it likes: only its exit status is its answer. */
function reasonsIn(stdout: string): readonly GateReason[] {
  let printed: unknown;
  try {
    printed = JSON.parse(stdout);
  } catch {
    return [];
  }
  const reasons = (printed as { readonly reasons?: unknown } | null)?.reasons;
  return Array.isArray(reasons) ? reasons.filter(hasFile).map(toReason) : [];
}

function hasFile(reason: unknown): reason is Partial<GateReason> & { readonly file: string } {
  return typeof (reason as Partial<GateReason> | null)?.file === 'string';
}

function toReason({ file, line, symbol, rule, message }: Partial<GateReason> & { readonly file: string }): GateReason {
  return { file, line: line ?? null, symbol: symbol ?? '', rule: rule ?? '', message: message ?? '' };
}
