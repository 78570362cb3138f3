import type { EntryPoint, FileSummary } from '../file-summary.ts';
import type { Role } from '../profile.ts';
import { ALL, type SourceKind } from '../sink-kind.ts';
import type { Project } from './project.ts';
import type { Trust } from './trust.ts';

/** A parameter that gets data from outside. */
export interface Entry {
  readonly id: number;
  readonly place: number;
  readonly param: string;
  readonly role: Role;
  readonly kind: SourceKind;
  readonly symbol: string;
  readonly line: number;
  /** What the framework's own validation takes away. */
  readonly mask: number;
  readonly byName: boolean;
}

interface Registered {
  readonly from: FileSummary;
  readonly point: EntryPoint;
}

/** The parameters of each file that get data from outside: by decorators and conventions in it, and by what other files register. */
export function entriesOf(project: Project, trust: Trust): (file: FileSummary) => readonly Entry[] {
  const registered = new Map<string, Registered[]>();
  for (const from of project.files.values())
    for (const point of from.entries)
      for (const { file, id } of project.resolve(from, point.reference)) {
        const key = `${file.file} ${id}`;
        registered.set(key, [...(registered.get(key) ?? []), { from, point }]);
      }
  return (file) =>
    file.functions.flatMap((_fn, id) => entriesOfFunction(file, id, registered.get(`${file.file} ${id}`) ?? [], trust));
}

function entriesOfFunction(
  file: FileSummary,
  id: number,
  points: readonly Registered[],
  trust: Trust,
): readonly Entry[] {
  const fn = file.functions[id];
  if (fn === undefined || (points.length === 0 && fn.roles === undefined)) return [];
  return fn.params.flatMap((param, place): readonly Entry[] => {
    const own = fn.roles?.[place] ?? undefined;
    const given = points.filter(({ point }) => roleAt(point, place, param) !== undefined);
    const first = given[0]?.point;
    const role = first === undefined ? own?.role : roleAt(first, place, param);
    if (role === undefined) return [];
    const isValidated = points.length > 0 && points.every((one) => validates(one, trust));
    const label = points[0]?.point.label ?? '';
    return [
      {
        id,
        place,
        param: param.replace(/^\*/u, ''),
        role,
        kind: own?.kind ?? first?.kind ?? 'http',
        symbol: fn.name === '' ? [fn.symbol, label].filter(Boolean).join(' ') : fn.symbol,
        line: fn.line,
        mask: isValidated ? ALL : 0,
        byName: own?.byName === true && first === undefined,
      },
    ];
  });
}

function roleAt({ roles, converted }: EntryPoint, place: number, param: string): Role | undefined {
  const role = roles[place] ?? undefined;
  return role === 'value' && converted?.includes(param) === true ? undefined : role;
}

function validates({ from, point }: Registered, trust: Trust): boolean {
  if (point.validated !== true) return false;
  const own = point.validators ?? [];
  return own.length === 0 || !own.every((reference) => trust.isHollow(from, reference));
}
