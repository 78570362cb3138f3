import { columnsOf } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { type CodePaint, paintFor } from '../paint.ts';
import { harmIn, withoutColours } from './harmless.ts';

/** What every output is looked at in: nothing to tell, the usual, something that needs a person, and names that want to harm. */
export interface States<Model> {
  readonly empty: Model;
  readonly typical: Model;
  readonly failing: Model;
  readonly hostile: Model;
}

export const STATES = ['empty', 'typical', 'failing', 'hostile'] as const satisfies readonly (keyof States<unknown>)[];
export const WIDTHS = [80, 120] as const;

export interface ShowOptions {
  /** What cannot be broken, so that a line which holds it may be longer: a command to paste, a path. */
  readonly mayBeLonger?: readonly (string | RegExp)[];
}

/** Where an output is kept as it is meant to be, for people to look at: a folder for each. */
export const SHOWN: URL = new URL('../text/shown/', import.meta.url);

/**
 * Holds a text in each of its states and widths against a file that a person looked at. After a change that is meant:
 * `npx vitest run --project unit packages/cli/ -u`, then look at what changed.
 */
export function describeOutput<Model>(
  name: string,
  states: States<Model>,
  render: (model: Model, paint: CodePaint, columns: number) => string | Promise<string>,
  { mayBeLonger = [] }: ShowOptions = {},
): void {
  const cases = STATES.flatMap((state) => WIDTHS.map((columns) => [state, columns] as const));
  const isLonger = (line: string): boolean =>
    mayBeLonger.some((part) => (typeof part === 'string' ? line.includes(part) : part.test(line)));

  describe.each(cases)(`when pawl shows ${name}, %s, at %i columns`, (state, columns) => {
    const shown = async (colour: boolean) => render(states[state], await paintFor(colour), columns);

    it('it looks as it was meant to', async () => {
      const { pathname } = new URL(`${name}/${state}.${columns}.txt`, SHOWN);
      await expect(await shown(false)).toMatchFileSnapshot(pathname);
    });

    it('no line is wider', async () => {
      const lines = (await shown(false)).split('\n');
      expect(lines.filter((line) => columnsOf(line) > columns && !isLonger(line))).toEqual([]);
    });

    it('O08 nothing in it is obeyed by a terminal or a build server', async () => {
      expect(harmIn(await shown(false))).toEqual([]);
    });

    it('colours change nothing but colours', async () => {
      expect(withoutColours(await shown(true))).toBe(await shown(false));
    });
  });
}
