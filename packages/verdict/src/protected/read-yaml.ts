import type { Data } from './data.ts';
import { readFlow } from './read-yaml-flow.ts';

interface Line {
  readonly indent: number;
  readonly text: string;
  /** Where it stands in the source, for the blocks of text that follow. */
  readonly at: number;
}

/**
 * The YAML that settings are written in, every scalar as a text; aliases stay what they are called. `undefined` for what
 * this does not read, so that a caller compares texts instead. Enough to compare two sides, not to run one.
 */
export function readYaml(text: string): Data {
  const source = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const reader = new YamlReader(source);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

class NotRead extends Error {}

const KEY =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#'"[\]{}&*!|>%@`,-][^#]*?|-[^\s#][^#]*?|[&*!<][^\s#:]*?|<<)):(?=\s|$)[ \t]*/u;
const DEEPEST = 60;

/** How many lines one scalar may go on for: it is read anew with each of them. */
const LONGEST = 400;

class YamlReader {
  readonly #source: readonly string[];
  readonly #lines: readonly Line[];
  #next = 0;
  #depth = 0;

  constructor(source: readonly string[]) {
    this.#source = source;
    this.#lines = source.flatMap((raw, at) => lineOf(raw, at));
  }

  document(): Data {
    const first = this.#lines[0];
    const value = first === undefined ? '' : this.#block(first.indent);
    if (this.#next < this.#lines.length) throw new NotRead();
    return value;
  }

  #peek(): Line | undefined {
    return this.#lines[this.#next];
  }

  #block(indent: number): Data {
    if (++this.#depth > DEEPEST) throw new NotRead();
    const line = this.#peek();
    const value =
      line === undefined
        ? ''
        : isItem(line.text)
          ? this.#list(indent)
          : KEY.test(line.text)
            ? this.#map(indent)
            : this.#scalar(this.#take().text, indent - 1);
    this.#depth--;
    return value;
  }

  #take(): Line {
    const line = this.#lines[this.#next++];
    if (line === undefined) throw new NotRead();
    return line;
  }

  #list(indent: number): Data {
    const items: Data[] = [];
    for (let line = this.#peek(); line?.indent === indent && isItem(line.text); line = this.#peek()) {
      const rest = line.text.slice(1).trimStart();
      if (rest === '') {
        this.#take();
        const inner = this.#peek();
        items.push(inner && inner.indent > indent ? this.#block(inner.indent) : '');
      } else {
        // What stands after the dash is a line of its own, further in.
        const inner = indent + line.text.length - rest.length;
        (this.#lines as Line[])[this.#next] = { indent: inner, text: rest, at: line.at };
        items.push(
          isItem(rest) || KEY.test(rest) ? this.#block(inner) : this.#scalar(this.#take().text, indent, line.at),
        );
      }
    }
    return items;
  }

  #map(indent: number): Data {
    const entries: [string, Data][] = [];
    for (let line = this.#peek(); line?.indent === indent; line = this.#peek()) {
      const found = KEY.exec(line.text);
      if (found === null) throw new NotRead();
      this.#take();
      const key = found[1] ?? found[2] ?? found[3] ?? '';
      const rest = line.text.slice(found[0].length).replace(/^[&!][^\s]*[ \t]*/u, '');
      entries.push([key, rest === '' ? this.#below(indent) : this.#scalar(rest, indent, line.at)]);
    }
    return Object.fromEntries(entries);
  }

  /** A list may stand as far out as the key that it belongs to. */
  #below(indent: number): Data {
    const line = this.#peek();
    if (line === undefined) return '';
    return line.indent > indent || (line.indent === indent && isItem(line.text)) ? this.#block(line.indent) : '';
  }

  #scalar(first: string, indent: number, at?: number): Data {
    if (at !== undefined && /^[|>][-+0-9]*$/u.test(first)) return this.#text(at, indent);
    let text = first;
    let more = LONGEST;
    for (let line = this.#peek(); line && line.indent > indent && isOpen(text, line); line = this.#peek()) {
      if (more-- === 0) throw new NotRead();
      text += ` ${this.#take().text}`;
    }
    const value = readFlow(text);
    if (value === undefined) throw new NotRead();
    return value;
  }

  /** A block of text. Its comments are those of the script that it mostly is. */
  #text(at: number, indent: number): string {
    const lines: string[] = [];
    for (const raw of this.#source.slice(at + 1)) {
      const text = raw.trim();
      if (text !== '' && raw.length - raw.trimStart().length <= indent) break;
      lines.push(text);
    }
    const end = at + lines.length;
    while ((this.#peek()?.at ?? Infinity) <= end) this.#next++;
    return lines.filter((line) => line !== '' && !line.startsWith('#')).join('\n');
  }
}

function isItem(text: string): boolean {
  return text === '-' || /^-[ \t]/u.test(text);
}

/** Whether the next line goes on with a text: in brackets or quotes always, otherwise where it is no key. */
function isOpen(text: string, next: Line): boolean {
  return /^["'[{]/u.test(text) ? readFlow(text) === undefined : !KEY.test(next.text);
}

function lineOf(raw: string, at: number): readonly Line[] {
  const text = withoutComment(raw.trimStart()).trimEnd();
  if (text === '' || /^(?:---|\.\.\.|%)/u.test(raw)) return [];
  return [{ indent: raw.length - raw.trimStart().length, text, at }];
}

function withoutComment(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(
    /((?:^|[\s:,[{-])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))|(^|\s)#.*$/gu,
    (_, said: string | undefined) => said ?? '',
  );
}
