import type { Expected, Experiment } from './experiment.ts';
import { type Node, nodesOf, type Place, valueAt, without, withRaw } from './json-edits.ts';
import { LieBelieved } from './lie-believed.ts';
import type { Lie } from './subject.ts';

const DEEP = 100_000;
const CONTROL = JSON.stringify('\u001b[2J\u001b]8;;http://x\u0007\r\n::error::\u202e\u0000');

/** A text that differs from the honest one in one place. */
interface Edit {
  readonly place: Place;
  readonly text: string;
}

type Edits = (document: unknown, empty: unknown) => readonly Edit[];

/** What is tried at every place of the honest result where it fits, one at a time. */
const SWEEPS: Readonly<Record<string, Edits>> = {
  'gives null in place of a value': everywhere(() => ['null']),
  'gives a value of another type': everywhere(() => ['0', 'true', '"x"', '{}', '[[]]', '[null]']),
  'gives an empty list': emptied,
  'leaves a key out': leftOut,
  'hides a key in __proto__': hidden,
  'gives a key twice': doubled,
  'gives NaN, Infinity or what becomes it': ofType('number', ['NaN', 'Infinity', '-Infinity', '1e999', '-1e999']),
  'gives negative, broken and zero numbers': ofType('number', ['-1', '-0', '0', '0.5', '-9007199254740993']),
  'gives numbers far beyond the file': ofType('number', ['1000000', '9007199254740993', '1e300']),
  'gives numbers as text': ofType('number', ['"1"', '"1e3"']),
  'gives an empty text': ofType('string', ['""', '" "']),
  'gives control characters and escape sequences': ofType('string', [CONTROL]),
  'gives half a surrogate pair': ofType('string', ['"\\ud800"']),
  'gives a path out of the folder': ofType('string', [
    '"../../../etc/passwd"',
    '"/etc/passwd"',
    '"file:///etc/passwd"',
  ]),
  'gives a message of 10 MB': (document) =>
    [longest(document)].map(({ place }) => ({ place, text: withRaw(document, place, `"${'x'.repeat(10_000_000)}"`) })),
  'nests 100,000 deep inside its result': (document) =>
    nodesOf(document)
      .slice(0, 40)
      .flatMap(({ place }) =>
        ['[]', '{}'].map((pair) => ({ place, text: withRaw(document, place, nested(pair as '[]' | '{}')) })),
      ),
};

/** A result that is JSON, and not what it should be in one place. */
export function jsonLies(experiment: Experiment): readonly Lie[] {
  return Object.entries(SWEEPS).map(([title, edits]) => ({ title, attempt: () => sweep(experiment, edits) }));
}

async function sweep(experiment: Experiment, edits: Edits): Promise<void> {
  const { subject, truth, mustNotBelieveResult } = experiment;
  const { result } = (await truth()).output.value as { readonly result: string };
  const document = parse(result);
  const empty = parse(subject.honest({ files: [] }).result);
  const expected: Expected = 'kept';
  for (const { place, text } of edits(document, empty)) {
    await mustNotBelieveResult(expected, text, `at /${place.join('/')}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LieBelieved('unusable-subject', 'The honest result is not JSON: write your own lies.', { cause });
  }
}

function everywhere(raws: (node: Node) => readonly string[]): Edits {
  return (document) =>
    nodesOf(document).flatMap((node) =>
      raws(node)
        .filter((raw) => raw !== JSON.stringify(node.value))
        .map((raw) => ({ place: node.place, text: withRaw(document, node.place, raw) })),
    );
}

function ofType(type: 'number' | 'string', raws: readonly string[]): Edits {
  return everywhere(({ value }) => (typeof value === type ? raws : []));
}

/** A list may be empty where it is when there is nothing to find: that lie is one that nobody can notice. */
function emptied(document: unknown, empty: unknown): readonly Edit[] {
  const mayBeEmpty = (place: Place): boolean => JSON.stringify(valueAt(empty, place)) === '[]';
  return nodesOf(document)
    .filter(({ place, value }) => Array.isArray(value) && value.length > 0 && !mayBeEmpty(place))
    .map(({ place }) => ({ place, text: withRaw(document, place, '[]') }));
}

function leftOut(document: unknown): readonly Edit[] {
  return keysOf(document).map(({ place }) => ({ place, text: JSON.stringify(without(document, place)) }));
}

/** `{"a": 1}` becomes `{"__proto__": {"a": 1}}`: whoever copies such an object sees `a` all the same. */
function hidden(document: unknown): readonly Edit[] {
  return keysOf(document).map(({ place, value }) => {
    const holder = place.slice(0, -1);
    const rest = JSON.stringify(valueAt(without(document, place), holder)).slice(1);
    const proto = `{"__proto__":{${JSON.stringify(place.at(-1))}:${JSON.stringify(value)}}`;
    return { place, text: withRaw(document, holder, rest === '}' ? `${proto}}` : `${proto},${rest}`) };
  });
}

/** Of two values under one key most parsers take the last, some the first. */
function doubled(document: unknown): readonly Edit[] {
  return keysOf(document).flatMap(({ place, value }) => {
    const key = JSON.stringify(place.at(-1));
    const real = JSON.stringify(value);
    return ['[]', 'null', '{}'].flatMap((other) => [
      { place, text: withRaw(document, place, `${real},${key}:${other}`) },
      { place, text: withRaw(document, place, `${other},${key}:${real}`) },
    ]);
  });
}

function keysOf(document: unknown): readonly Node[] {
  return nodesOf(document).filter(({ place }) => typeof place.at(-1) === 'string');
}

function longest(document: unknown): Node {
  const texts = nodesOf(document).filter(({ value }) => typeof value === 'string');
  return texts.reduce((best, node) => (String(node.value).length > String(best.value).length ? node : best));
}

function nested(pair: '[]' | '{}'): string {
  return pair === '[]' ? `${'['.repeat(DEEP)}${']'.repeat(DEEP)}` : `${'{"a":'.repeat(DEEP)}0${'}'.repeat(DEEP)}`;
}
