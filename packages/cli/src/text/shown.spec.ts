import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../commands/groups.ts';
import { SCHEMAS } from '../testing/documents.ts';
import { ioFor } from '../testing/io-for.ts';
import { SHOWN, STATES, WIDTHS } from '../testing/shows.ts';

const commands = groupsOf(ioFor('/').io, () => undefined).flatMap((group) => group.commands.map(({ name }) => name));

/** What is shown and is no command: what a server says to who pushes, and what is said of a command line. */
const BESIDES = ['push', 'help', 'usage', 'error'];

/** Only git reads what a hook answers with, and the schema of a verdict is that of its package. */
const WITHOUT_SCHEMA = ['hook', 'check'];

const files = STATES.flatMap((state) => WIDTHS.map((columns) => `${state}.${columns}.txt`)).toSorted();

describe('when everything that Pawl shows is looked through', () => {
  it.each([...commands, ...BESIDES])('%s is there, in each state and width', (name) => {
    expect(readdirSync(new URL(`${name}/`, SHOWN)).toSorted()).toEqual(files);
  });

  it.each(readdirSync(SHOWN))('%s is complete, and is of a command that there is', (folder) => {
    expect(readdirSync(new URL(`${folder}/`, SHOWN)).toSorted()).toEqual(files);
    expect([...commands, ...BESIDES].some((name) => folder === name || folder.startsWith(`${name}-`))).toBe(true);
  });

  it.each(commands.filter((name) => !WITHOUT_SCHEMA.includes(name)))(
    '%s has a schema for what programs get',
    (name) => {
      expect(existsSync(new URL(`${name}.schema.json`, SCHEMAS))).toBe(true);
    },
  );
});
