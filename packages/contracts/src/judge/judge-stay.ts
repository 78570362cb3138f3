import type { InvariantFinding } from '@pawl/findings';
import type { Contract, MustStayPromise } from '../contract.ts';
import { orderName, partName } from '../evaluate/must-stay.ts';
import type { Match } from '../file-evaluation.ts';
import type { Side } from './judge-contracts.ts';
import { quoted, tell } from './tell.ts';

/** Each part of the promise that base had must still be somewhere in head. Having fewer of it is no loss. */
export function judgeStay(
  contract: Contract,
  promise: MustStayPromise,
  base: Side,
  head: Side,
): readonly InvariantFinding[] {
  return partsOf(promise).flatMap(({ part, gone }) => {
    const before = inSide(base, part);
    const first = before[0];
    if (first === undefined || inSide(head, part).length > 0) return [];
    const code = `lost ${part}`;
    return [tell({ contract, rule: 'contract-must-stay', place: { ...first, code }, what: gone })];
  });
}

function partsOf({
  exists,
  called,
  order,
}: MustStayPromise): readonly { readonly part: string; readonly gone: string }[] {
  return [
    ...exists.map((pattern) => ({ part: partName(pattern), gone: `${quoted(partName(pattern))} is gone.` })),
    ...called.map((name) => ({ part: `${name}()`, gone: `\`${name}\` is no longer called.` })),
    ...(order.length === 0
      ? []
      : [{ part: orderName(order), gone: `What stood in the order ${quoted(orderName(order))} is gone.` }]),
  ];
}

function inSide({ evaluations }: Side, part: string): readonly (Match & { readonly file: string })[] {
  return evaluations.flatMap(({ file, matches }) =>
    matches.filter((match) => match.part === part).map((match) => ({ ...match, file })),
  );
}
