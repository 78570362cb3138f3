import { type FileSummary, linkPaths, type LinkResult, type Path } from '@pawl/reach';
import type { Side } from './judge-contracts.ts';
import type { Place } from './place.ts';

export interface FlowPlaces {
  readonly places: readonly Place[];
  /** What was not read to the end, or too much to follow: places may be missing. */
  readonly notExamined: LinkResult['notExamined'];
}

/** The ways of a flow that pass no guard, as places: where the value arrives. */
export function flowPlaces({ evaluations }: Side, changed: readonly string[] | undefined): FlowPlaces {
  const summaries = evaluations.flatMap(({ flow }) => flow ?? []);
  if (summaries.length === 0) return { places: [], notExamined: [] };
  const { paths, notExamined, isComplete } = linkPaths(summaries, changed === undefined ? {} : { only: changed });
  const places = paths.filter(({ guarded }) => !guarded).map(placeOf);
  if (isComplete) return { places, notExamined };
  const { file } = summaries.find((summary) => changed?.includes(summary.file)) ?? (summaries[0] as FileSummary);
  return {
    places,
    notExamined: [...notExamined, { file, code: 'too-large', why: 'its flows are too many to follow' }],
  };
}

function placeOf({ source, sink, hops }: Path): Place {
  const through = [
    ...new Set(hops.map(({ symbol }) => symbol).filter((symbol) => symbol !== '' && symbol !== source.symbol)),
  ];
  const by = through.length === 0 ? '' : ` by way of ${through.map((symbol) => `\`${symbol}\``).join(', ')}`;
  const from = source.file === sink.file ? '' : ` in \`${source.file}\``;
  return {
    file: sink.file,
    line: sink.line,
    symbol: sink.symbol,
    code: `${source.text} → ${sink.code}`,
    key: `${source.symbol} ${source.text} ${sink.name}`,
    why: `\`${source.text}\`${from} reaches \`${sink.name}\`${by} and passes none of the guards`,
  };
}
