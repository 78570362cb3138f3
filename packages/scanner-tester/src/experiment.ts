import { type Command, type CommandResult, readOutput, type Output, type ScanResult } from '@pawl/scanner';
import { atOnce } from './at-once.ts';
import { type Act, runFakeTool, withFakeStep } from './fake-tool.ts';
import { LieBelieved } from './lie-believed.ts';
import type { HonestRun, LyingToolSubject } from './subject.ts';

/**
 * What may come of a lie. `nothing`: no file is examined. `kept`: a file may be examined, but then every finding is there
 * that the honest tool has in it.
 */
export type Expected = 'nothing' | 'kept';

/** A process mostly waits for the kernel, so that more of them than there are cores do not get in each other's way. */
const AT_ONCE = 6;

/** An adapter with its fake tool, and what the truth looks like. */
export interface Experiment {
  readonly subject: LyingToolSubject;
  readonly command: Command;
  readonly honest: HonestRun;
  /** The honest run, made once. */
  readonly truth: () => Promise<Truth>;
  /** Lets the fake tool act, and throws where what comes of it is not what is expected. */
  readonly mustNotBelieve: (expected: Expected, act: Act, limits?: Partial<Command>) => Promise<void>;
  /**
   * Lets the tool say everything and end one step with each of these statuses. Only that step is run; were its status
   * taken, the adapter would be given what the honest tool says, with that status in it.
   */
  readonly mustNotBelieveStatuses: (step: number, statuses: readonly number[]) => Promise<void>;
  /** The same for a result alone, without running anything. */
  readonly mustNotBelieveResult: (expected: Expected, text: string, what: string) => Promise<void>;
}

export interface Truth {
  readonly output: Extract<Output, { readonly kind: 'done' }>;
  readonly findings: ReadonlyMap<string, number>;
}

export function experimentOn(subject: LyingToolSubject): Experiment {
  const { scanner, request } = subject;
  const command = commandOf(subject);
  const honest = subject.honest(request);
  let known: Promise<Truth> | undefined;
  const truth = (): Promise<Truth> => (known ??= tellTheTruth(subject, command, honest));
  const judge = async (expected: Expected, output: Output, what: string): Promise<void> => {
    const believed = whatIsBelieved(expected, readOutput(scanner, output, request), (await truth()).findings);
    if (believed !== undefined) throw new LieBelieved('lie-believed', `${scanner.name}: ${what}${believed}`);
  };
  return {
    subject,
    command,
    honest,
    truth,
    mustNotBelieve: async (expected, act, limits = {}) =>
      judge(expected, await runFakeTool({ ...command, ...limits }, act), ''),
    mustNotBelieveStatuses: async (step, statuses) => {
      const { output } = await truth();
      await withFakeStep(command, { says: honest, step }, (endWith) =>
        atOnce(AT_ONCE, statuses, async (status) => {
          const end = await endWith(status);
          const taken = end.kind === 'failed' ? end : withStatus(output, step, status);
          await judge('nothing', taken, `status ${String(status)}: `);
        }),
      );
    },
    mustNotBelieveResult: async (expected, result, what) => {
      const { output } = await truth();
      await judge(expected, { kind: 'done', value: withResult(command, output.value, result) }, `${what}: `);
    },
  };
}

function commandOf({ scanner, request }: LyingToolSubject): Command {
  if (request.files.length < 2) throw new LieBelieved('unusable-subject', 'The request has fewer than two files.');
  const invocation = scanner.plan(request);
  if (invocation.kind === 'command') return invocation;
  throw new LieBelieved('unusable-subject', `${scanner.name} runs in this process: it has no tool that could lie.`);
}

async function tellTheTruth(subject: LyingToolSubject, command: Command, honest: HonestRun): Promise<Truth> {
  const { scanner, request } = subject;
  const output = await runFakeTool(command, { says: honest });
  const { findings, coverage } = readOutput(scanner, output, request);
  const lost = coverage.notExamined.find(({ file }) => scanner.owes(file));
  if (output.kind === 'failed' || lost !== undefined) {
    throw new LieBelieved('truth-not-believed', `The honest tool is not believed: ${lost?.why ?? 'it failed'}.`);
  }
  const counts = new Map<string, number>();
  for (const { file } of findings) counts.set(file, (counts.get(file) ?? 0) + 1);
  const without = request.files.find(({ file }) => !counts.has(file));
  if (without === undefined) return { output, findings: counts };
  throw new LieBelieved(
    'truth-not-believed',
    `The honest tool finds nothing in ${without.file}: let it find something.`,
  );
}

function whatIsBelieved(
  expected: Expected,
  { findings, coverage }: ScanResult,
  truth: Truth['findings'],
): string | undefined {
  const left = (file: string): number => findings.filter((finding) => finding.file === file).length;
  const fooled = coverage.examined.find(
    ({ file }) => expected === 'nothing' || left(file) < (truth.get(file) as number),
  );
  if (fooled === undefined) return undefined;
  const { file } = fooled;
  return `${file} comes out as examined, with ${String(left(file))} of ${String(truth.get(file))} findings`;
}

function withStatus(output: Truth['output'], step: number, status: number): Output {
  const ran = output.value as CommandResult;
  const steps = ran.steps.map((each, index) => (index === step ? { ...each, status } : each));
  return { ...output, value: { ...ran, steps } };
}

/** The honest run of the real runner with another result in it, in both places where a reader may look. */
function withResult(command: Command, value: unknown, result: string): unknown {
  const ran = value as { readonly steps: readonly object[] };
  const steps = ran.steps.map((step, index) =>
    command.result === undefined && index === ran.steps.length - 1 ? { ...step, stdout: result } : step,
  );
  return { ...ran, steps, result };
}
