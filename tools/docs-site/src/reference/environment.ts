import { code, page, prose, section, table } from './markdown.ts';

export interface Variable {
  readonly name: string;
  readonly meaning: string;
}

/** The data of the page: who sets a variable says who has to know of it. */
export interface Environment {
  readonly setByYou: readonly Variable[];
  readonly setByPawl: readonly Variable[];
  readonly ofOthers: readonly Variable[];
}

const READ =
  /\benv(?:\?\.)?\[['"](PAWL_\w+)['"]\]|\benv\??\.(PAWL_\w+)|\benv: ['"](PAWL_\w+)['"]|\$\\?\{?(PAWL_[A-Z_]+)(?![\w.[(])/gu;
const SET = /(?:^|[\s{(])(?<!\bconst )(PAWL_[A-Z_]+)(?::\s|=[$"'\w])/gmu;

/** Which variables of ours a source reads, or sets for what it starts. */
export function variablesIn(source: string): readonly string[] {
  const found = [...source.matchAll(READ), ...source.matchAll(SET)];
  return found.flatMap(([, ...names]) => names.filter((name) => name !== undefined));
}

export function environmentPage({ setByYou, setByPawl, ofOthers }: Environment): string {
  const rows = (variables: readonly Variable[]): string =>
    table(
      ['variable', 'meaning'],
      variables.map(({ name, meaning }) => [code(name), prose(meaning)]),
    );
  return page(
    '# Environment variables',
    'A variable is worth as much as whoever can set it: on a machine of the agent, none of these protects anything.',
    section('## That you may set', rows(setByYou)),
    section('## That Pawl sets', rows(setByPawl)),
    section('## Of others, that Pawl reads', rows(ofOthers)),
  );
}
