import type { Contracts } from './contract.ts';
import type { FileEvaluation } from './file-evaluation.ts';
import { flowPlaces } from './judge/flow-places.ts';

/** One match of one contract, held or broken, and why. */
export interface Explained {
  readonly contract: string;
  readonly held: boolean;
  readonly why: string;
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
  readonly code: string;
}

export interface Explanation {
  readonly matches: readonly Explained[];
  /** The same for people: a line for each contract, and one for each match below it. */
  readonly text: string;
}

/** What each contract says of the evaluated files as they are. */
export function explain({ contracts }: Contracts, files: readonly FileEvaluation[]): Explanation {
  const told = contracts.map((contract) => {
    const matches = explainOne(contract.id, contract.promise.kind === 'flow', files);
    return { matches, text: textOf(contract.id, contract.why, matches) };
  });
  return { matches: told.flatMap(({ matches }) => matches), text: told.map(({ text }) => text).join('\n') };
}

function explainOne(id: string, isFlow: boolean, files: readonly FileEvaluation[]): readonly Explained[] {
  const evaluations = files.flatMap(({ file, contracts }) =>
    contracts.filter((one) => one.id === id).map((one) => ({ ...one, file })),
  );
  const broken = isFlow ? flowPlaces({ subjects: 0, evaluations }, undefined).places : [];
  const isBroken = (file: string, line: number): boolean =>
    broken.some((place) => place.file === file && place.line === line);
  const matches = evaluations.flatMap(({ file, matches: own }) =>
    own
      .filter(({ line }) => !isFlow || !isBroken(file, line))
      .map(({ held, why, line, symbol, code }) => ({ contract: id, held, why, file, line, symbol, code })),
  );
  const open = broken.map(({ file, line, symbol, code, why }) => ({
    contract: id,
    held: false,
    why,
    file,
    line,
    symbol,
    code,
  }));
  return [...matches, ...open].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function textOf(id: string, why: string, matches: readonly Explained[]): string {
  const broken = matches.filter(({ held }) => !held).length;
  const state = matches.length === 0 ? 'speaks of nothing' : `${matches.length - broken} held, ${broken} broken`;
  const lines = matches.map(
    ({ held, file, line, code, why: reason }) =>
      `  ${held ? 'held  ' : 'BROKEN'} ${file}:${line} ${code.slice(0, 80)}: ${reason}`,
  );
  return [`${id}: ${state}. ${why}`, ...lines, ''].join('\n');
}
