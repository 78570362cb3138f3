import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { HarnessError } from '../../harness-error.ts';
import { HARNESSES } from '../../harness-facts.ts';
import { HARNESS_IDS, type HarnessId } from '../../harness-id.ts';
import { planInstall, planUninstall, settingsFiles } from '../plan.ts';

const PROGRAM = 'npx --no-install pawl';
const harnesses = HARNESS_IDS.filter((harness) => HARNESSES[harness].format.endsWith('json'));

const fileOf = (harness: HarnessId): string => String(settingsFiles(harness)[0]);
const install = (harness: HarnessId, existing: string | undefined, program = PROGRAM): string => {
  const { text } = planInstall({ harness, file: fileOf(harness), existing }, program);
  if (text === undefined) throw new Error('nothing was planned');
  return text;
};
const uninstall = (harness: HarnessId, existing: string): string | undefined =>
  planUninstall({ harness, file: fileOf(harness), existing }).text;

/** Whether the one is the other with something put in: no byte of it changed or went. */
function holdsAll(longer: string, shorter: string): boolean {
  let at = 0;
  for (const unit of longer) if (unit === shorter.charAt(at)) at += 1;
  return at === shorter.length;
}

function commandsIn(text: string): readonly string[] {
  const found: string[] = [];
  JSON.parse(JSON.stringify(parse(text.replace(/^\uFEFF/u, ''))), (key, value: unknown) => {
    if (key === 'command') found.push(String(value));
    return value;
  });
  return found;
}

const oursFor = (harness: HarnessId): readonly string[] =>
  HARNESSES[harness].installs.map(({ event }) => `${PROGRAM} harness-hook ${harness} ${event}`);

const existing: Readonly<Record<string, string>> = {
  'an empty object': '{}',
  'an empty object on two lines': '{\n}\n',
  'an empty object with a comment': '{\n  // mine\n}\n',
  'settings without hooks': '{\n  "model": "opus",\n  "permissions": { "allow": ["Bash(npm test)"] }\n}\n',
  'settings on one line': '{"model":"opus","env":{"A":"1"}}',
  'no line end at the end': '{\n  "model": "opus"\n}',
  tabs: '{\n\t"model": "opus"\n}\n',
  'four blanks': '{\n    "model": "opus",\n    "hooks": {\n        "Stop": [{ "command": "say done" }]\n    }\n}\n',
  'line ends of Windows': '{\r\n  "model": "opus",\r\n  "hooks": {}\r\n}\r\n',
  'a byte order mark': '\uFEFF{\n  "version": 1\n}\n',
  'a trailing comma': '{\n  "model": "opus",\n}\n',
  'trailing commas everywhere': '{"hooks": {"Stop": [{"command": "say done",},],},}',
  'comments at every turn':
    '// head\n{ // open\n  "hooks": { /* h */\n    "Stop": [ // s\n      { "command": "a" } // a\n      // { "command": "off" }\n    ] // end of stop\n    // last in hooks\n  }, // after hooks\n  // last\n}\n// tail\n',
  'a comment at the end of one line': '{"hooks": {"Stop": [{"command": "a"} /* b */]} /* c */} // d',
  'empty hooks': '{ "hooks": {} }',
  'empty lists of hooks': '{ "hooks": { "Stop": [], "stop": [ ], "PreToolUse": [\n ], "preToolUse": [ /* none */ ] } }',
  'hooks of others for the same events':
    '{\n  "version": 1,\n  "hooks": {\n    "Stop": [\n      {\n        "hooks": [\n          { "type": "command", "command": "notify-send done" }\n        ]\n      }\n    ],\n    "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./guard.sh" }] }],\n    "AfterAgent": [{ "hooks": [{ "type": "command", "command": "./after.sh" }] }],\n    "agentStop": [{ "type": "command", "bash": "./stop.sh" }],\n    "stop": [{ "command": "./stop.sh" }]\n  }\n}\n',
  'switches beside the lists': '{"hooks": {"enabled": true, "disabled": ["lint"], "notifications": {"sound": false}}}',
};

const pairs = harnesses.flatMap((harness) => Object.entries(existing).map(([name, text]) => ({ harness, name, text })));

describe('when settings are there already', () => {
  it.each(pairs)('$harness: ours are added to $name and every byte stays', ({ harness, text }) => {
    const installed = install(harness, text);
    expect(holdsAll(installed, text)).toBe(true);
    expect(commandsIn(installed).filter((command) => command.includes('harness-hook'))).toEqual(
      expect.arrayContaining([...oursFor(harness)]),
    );
    expect(commandsIn(installed)).toHaveLength(commandsIn(text).length + oursFor(harness).length);
  });

  it.each(pairs)('$harness: a second installation into $name changes nothing', ({ harness, text }) => {
    const installed = install(harness, text);
    expect(planInstall({ harness, file: fileOf(harness), existing: installed }, PROGRAM).action).toBe('keep');
  });

  it.each(pairs)('$harness: taken out again, $name is what it was', ({ harness, text }) => {
    expect(uninstall(harness, install(harness, text))).toBe(text);
  });

  it.each(pairs)('$harness: another program takes the place of ours in $name', ({ harness, text }) => {
    const again = install(harness, install(harness, text), './node_modules/.bin/pawl');
    expect(commandsIn(again).filter((command) => command.startsWith(PROGRAM))).toEqual([]);
    expect(uninstall(harness, again)).toBe(text);
  });

  it.each(pairs)('$harness: $name without ours is left as it is', ({ harness, text }) => {
    expect(planUninstall({ harness, file: fileOf(harness), existing: text })).toMatchObject({ action: 'keep', text });
  });
});

describe('when no settings are there', () => {
  it.each(harnesses)('%s gets a file of its own, which goes as it came', (harness) => {
    const plan = planInstall({ harness, file: fileOf(harness), existing: undefined }, PROGRAM);
    expect(plan).toMatchObject({ action: 'create', executable: false });
    expect(() => JSON.parse(String(plan.text)) as unknown).not.toThrow();
    expect(commandsIn(String(plan.text))).toEqual(oursFor(harness));
    expect(planUninstall({ harness, file: fileOf(harness), existing: plan.text })).toMatchObject({
      action: 'delete',
      text: undefined,
    });
  });

  it('Claude Code and Cursor are told what their documents say', () => {
    expect(JSON.parse(install('claude-code', undefined))).toMatchObject({
      hooks: {
        Stop: [
          {
            hooks: [{ type: 'command', command: 'npx --no-install pawl harness-hook claude-code Stop', timeout: 600 }],
          },
        ],
        UserPromptSubmit: [{ hooks: [{ timeout: 30, onFailure: 'block' }] }],
      },
    });
    expect(JSON.parse(install('cursor', undefined))).toMatchObject({
      version: 1,
      hooks: {
        beforeSubmitPrompt: [
          { command: 'npx --no-install pawl harness-hook cursor beforeSubmitPrompt', failClosed: true },
        ],
        stop: [{ command: 'npx --no-install pawl harness-hook cursor stop' }],
      },
    });
  });

  it('what has happened is never refused when the hook breaks: that would feed the agent', () => {
    for (const { installs } of Object.values(HARNESSES)) {
      for (const { task, failsShut } of installs) expect(failsShut === true && task === 'judge').toBe(false);
    }
  });
});

describe('when the user goes on editing', () => {
  const before = '{\n  "hooks": {\n    "Stop": [\n      { "command": "a" }\n    ]\n  }\n}\n';

  it('hooks that were added behind ours stay', () => {
    const edited = install('claude-code', before).replace(
      /(harness-hook claude-code Stop[^\]]*\]\s*\})/u,
      '$1,\n      { "command": "b" }',
    );
    expect(uninstall('claude-code', edited)).toBe(
      '{\n  "hooks": {\n    "Stop": [\n      { "command": "a" },\n      { "command": "b" }\n    ]\n  }\n}\n',
    );
  });

  it('a comment that the user put before ours does not swallow what follows', () => {
    const ours = '{"command":"x harness-hook gemini AfterAgent"}';
    const hooks = (list: string): string => `{"hooks":{"AfterAgent":[${list}]}}`;
    const their = '{"command":"a"}';
    expect(uninstall('gemini', hooks(`${their}, // a\n ${ours}`))).toBe(hooks(`${their} // a\n`));
    expect(uninstall('gemini', hooks(`${their}, // a\n ${ours}, ${their}`))).toBe(hooks(`${their}, // a\n ${their}`));
    expect(uninstall('gemini', hooks(`// a\n${ours} /* b */, ${their}`))).toBe(hooks(`// a\n /* b */${their}`));
    expect(uninstall('gemini', hooks(`${their}, ${ours} // b\n,`))).toBe(hooks(`${their}, // b\n`));
  });

  it('a hook that the user put into our list keeps the list', () => {
    const edited = install('gemini', undefined).replace(
      '"AfterAgent": [',
      '"AfterAgent": [\n{ "hooks": [] }, // mine\n',
    );
    expect(parse(String(uninstall('gemini', edited)))).toEqual({ hooks: { AfterAgent: [{ hooks: [] }] } });
    expect(uninstall('gemini', edited)).toContain('// mine');
  });

  it('our hook is taken out of a group that it was moved into', () => {
    const moved = `{"hooks":{"Stop":[{"hooks":[{"command":"a"},{"command":"x harness-hook claude-code Stop"}]}]}}`;
    expect(uninstall('claude-code', moved)).toBe('{"hooks":{"Stop":[{"hooks":[{"command":"a"}]}]}}');
  });

  it('a command that only mentions ours is not ours', () => {
    const theirs = '{"hooks":{"Stop":[{"command":"echo harness-hook claude-code Stop; make"}]}}';
    expect(uninstall('claude-code', theirs)).toBe(theirs);
  });
});

describe('when settings cannot be merged into', () => {
  it.each([
    ['nothing in it', '', 'broken-settings'],
    ['a missing bracket', '{"hooks": {', 'broken-settings'],
    ['two values', '{} {}', 'broken-settings'],
    ['single quotes', "{'hooks': {}}", 'broken-settings'],
    ['depth without end', `{"a":${'['.repeat(200_000)}`, 'broken-settings'],
    ['depth that closes', `{"a":${'['.repeat(500)}${']'.repeat(500)}}`, 'broken-settings'],
    ['a list', '[]', 'unexpected-shape'],
    ['hooks that are a list', '{"hooks": []}', 'unexpected-shape'],
    ['hooks that are null', '{"hooks": null}', 'unexpected-shape'],
    ['hooks twice', '{"hooks": {}, "hooks": {}}', 'unexpected-shape'],
    ['an event that is an object', '{"hooks": {"Stop": {}}}', 'unexpected-shape'],
    ['an event twice', '{"hooks": {"Stop": [], "Stop": []}}', 'unexpected-shape'],
  ])('%s is an error that says what to do', (_, text, code) => {
    const attempt = (): unknown => install('claude-code', text);
    expect(attempt).toThrow(HarnessError);
    expect(attempt).toThrow(expect.objectContaining({ code, next: expect.stringContaining('.claude/settings.json') }));
  });

  it.each(['', ' pawl', 'pawl\nrm', 'pawl \u0007', 'x'.repeat(501)])('the program %j is refused', (program) => {
    expect(() => install('claude-code', '{}', program)).toThrow(expect.objectContaining({ code: 'unsafe-command' }));
  });
});

describe('when hooks are switched off or a version is missing', () => {
  it('the user is told, and the switch stays as it is', () => {
    const off = '{"disableAllHooks": true}';
    const file = '.claude/settings.json';
    const plan = planInstall({ harness: 'claude-code', file, existing: off }, PROGRAM);
    expect(plan.notes).toEqual([expect.stringContaining('"disableAllHooks"')]);
    expect(plan.text).toContain('"disableAllHooks": true');
    const cursor = planInstall({ harness: 'cursor', file: '.cursor/hooks.json', existing: '{}' }, PROGRAM);
    expect(cursor.notes).toEqual([expect.stringContaining('"version": 1')]);
  });
});

describe('when settings hold anything at all', () => {
  const lists = fc.array(fc.record({ command: fc.string(), hooks: fc.array(fc.record({ command: fc.string() })) }));
  const settings = fc.record(
    {
      hooks: fc.dictionary(fc.constantFrom('Stop', 'PreToolUse', 'stop', 'AfterTool', '__proto__', 'x'), lists),
      version: fc.constantFrom(1, 2),
      rest: fc.jsonValue({ maxDepth: 5 }),
    },
    { requiredKeys: [] },
  );
  const indents = fc.constantFrom(undefined, 0, 1, 2, 3, 4, '\t');
  const ends = fc.constantFrom('\n', '\r\n');

  it('ours go in and out without a trace', () => {
    fc.assert(
      fc.property(fc.constantFrom(...harnesses), settings, indents, ends, (harness, value, indent, eol) => {
        const text = JSON.stringify(value, null, indent).replaceAll('\n', eol);
        const installed = install(harness, text);
        expect(holdsAll(installed, text)).toBe(true);
        expect(install(harness, installed)).toBe(installed);
        expect(uninstall(harness, installed)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});
