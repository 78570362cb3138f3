import type { Coverage, Examined, NotExamined, NotExaminedCode } from '@pawl/findings';
import type { ComparedCoverage } from './evidence.ts';
import type { Policy } from './policy.ts';
import { NOWHERE, type Reason } from './reason.ts';

type FileBy = Pick<Examined, 'file' | 'by'>;

/** What no scanner would ever read: in a language that nothing reads (S12), in another repository (G10), behind a link (G11). */
const READ_BY_NOBODY: readonly NotExaminedCode[] = ['unread-language', 'submodule', 'link'];

/**
 * A file that a scanner examined at the base and does not in head is lost coverage, wherever it was renamed to. Code that
 * nobody reads was owed to nobody, and a person decides. Any other file that was not examined in head
 * leaves the verdict open, also when it was not examined at the base either.
 */
export function coverageReasons(compared: ComparedCoverage, policy: Policy): readonly Reason[] {
  const refused = groupBy(compared.head.notExamined, keyOf);
  const examined = new Set(compared.head.examined.map(keyOf).filter((key) => !refused.has(key)));
  const owed = new Map(owedInHead(compared).map((one) => [keyOf(one), one]));
  const lost = [...owed].filter(([key]) => !examined.has(key));
  const others = compared.head.notExamined.filter((record) => !owed.has(keyOf(record)));
  return [
    ...lost.flatMap(([key, one]) => {
      const then = compared.renames.get(one.file);
      return (refused.get(key) ?? [undefined]).map((record) => lostCoverage(one, then, record, policy));
    }),
    ...others.map((record) =>
      READ_BY_NOBODY.includes(record.code) ? unscannedCode(record, policy) : notExamined(record),
    ),
  ];
}

/** What head owes because base had it: each examined file under every path that it has now. A deleted one owes nothing. */
function owedInHead({ base, head, renames, deleted }: ComparedCoverage): readonly FileBy[] {
  const present = filesOf(head);
  const renamedTo = groupBy([...renames], ([, from]) => from);
  return base.examined.flatMap(({ file, by }) => {
    const renamed = (renamedTo.get(file) ?? []).map(([to]) => to);
    const stays = present.has(file) || (renamed.length === 0 && !deleted.has(file));
    return [...renamed, ...(stays ? [file] : [])].map((path) => ({ file: path, by }));
  });
}

function filesOf({ examined, notExamined }: Coverage): ReadonlySet<string> {
  return new Set([...examined, ...notExamined].map(({ file }) => file));
}

function lostCoverage(
  { file, by }: FileBy,
  then: string | undefined,
  record: NotExamined | undefined,
  policy: Policy,
): Reason {
  const what = then === undefined ? 'this file' : `this file, then ${then},`;
  const why = record?.why ?? 'nothing is said about it';
  return {
    ...NOWHERE,
    kind: 'lost-coverage',
    outcome: policy.lostCoverage,
    file,
    rule: record?.code ?? null,
    tool: by,
    message: `${by} examined ${what} at the base and no longer does: ${why}`,
  };
}

function unscannedCode({ file, by, code, why }: NotExamined, { unscannedCode: outcome }: Policy): Reason {
  return { ...NOWHERE, kind: 'unscanned-code', outcome, file, rule: code, tool: by, message: why };
}

function notExamined({ file, by, code, why }: NotExamined): Reason {
  return { ...NOWHERE, kind: 'not-examined', outcome: 'inconclusive', file, rule: code, tool: by, message: why };
}

function keyOf({ file, by }: FileBy): string {
  return JSON.stringify([file, by]);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
