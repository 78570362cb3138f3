import { performance } from 'node:perf_hooks';
import { type InvariantResult, judgeInvariants, type JudgeOptions } from '@pawl/invariants';
import { languageOf, type Syntax } from '@pawl/syntax';
import type { Case } from '../dataset/case.ts';
import type { Gate, GateReason, Judgement } from './gate.ts';

/** The engine of this project, without git, files or processes. */
export function inProcessGate(syntax: Syntax, options: JudgeOptions = {}): Gate {
  return {
    async judge({ pairs, unread }) {
      await loadGrammars(pairs, syntax);
      const started = performance.now();
      try {
        const result = await judgeInvariants(pairs, syntax, options);
        const ms = performance.now() - started;
        return judgement(result, ms, unread.length);
      } catch (error) {
        return { score: 0, reasons: [], notExamined: 0, ms: performance.now() - started, fault: String(error) };
      }
    },
  };
}

/** Once in a process, and no cost of a case. */
async function loadGrammars(pairs: Case['pairs'], syntax: Syntax): Promise<void> {
  const sides = pairs.flatMap(({ base, head }) => [base, head]);
  const languages = new Set(sides.flatMap((side) => (side && languageOf(side.file)) ?? []));
  for (const language of languages) await syntax.load(language);
}

function judgement(result: InvariantResult, ms: number, unread: number): Judgement {
  const found = result.findings.map(({ location, rule, message }): GateReason => {
    const { file, line, symbol } = location;
    return { file, line, symbol, rule, message };
  });
  const silenced = result.introducedSuppressions.map(({ location, tool }): GateReason => {
    const { file, line, symbol } = location;
    return { file, line, symbol, rule: 'suppression', message: `something new silences ${tool}` };
  });
  return {
    score: result.score,
    reasons: [...found, ...silenced],
    notExamined: result.headCoverage.notExamined.length + unread,
    ms,
  };
}
