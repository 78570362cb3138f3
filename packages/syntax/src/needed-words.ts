/** A part of a pattern with the `u` flag: letters up to one that is repeated, an escape, a class, the opening of a group, a quantifier, a sign. */
const PART =
  /\w+(?=[^\w?*+{]|$)|\w+(?=\w[?*+{])|\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<[^>]*>)|\{\d+(?:,\d*)?\}\??|[*+?]\??|./gsu;

const BETWEEN_LETTERS: readonly string[] = ['^', '$', '\\b', '\\B'];
const QUANTIFIER = /^(?:[*+?]|\{\d)/u;
const MAY_BE_ABSENT = /^(?:[*?]|\{0)/u;
const LOOK_AROUND = /^\(\?<?[=!]/u;

type Words = readonly string[] | undefined;

/**
 * Words in lower case of which every text that a pattern matches holds at least one, in whatever case; undefined where
 * there are none. What a look-around asks for is left out, and so is a part that may be absent.
 */
export function neededWords({ source }: RegExp): Words {
  return new PatternReader(source.match(PART) ?? []).ofAlternatives();
}

class PatternReader {
  private readonly parts: readonly string[];
  private at = 0;

  constructor(parts: readonly string[]) {
    this.parts = parts;
  }

  /** Any alternative may be the one that matches, so the words of each are needed. */
  ofAlternatives(): Words {
    let all = this.ofSequence();
    while (this.parts[this.at] === '|') {
      this.at++;
      const words = this.ofSequence();
      all = all && words && [...all, ...words];
    }
    return all;
  }

  /** All parts of a sequence match, so the words of the one that tells most are enough. */
  private ofSequence(): Words {
    let best: Words;
    let run = '';
    for (let part = this.next(); part !== undefined; part = this.next()) {
      if (BETWEEN_LETTERS.includes(part)) continue;
      const group = part.startsWith('(') ? this.ofGroup(part) : undefined;
      const letters = lettersOf(part);
      const quantifier = this.quantifier();
      const isSure = quantifier === undefined || !MAY_BE_ABSENT.test(quantifier);
      if (isSure && letters !== undefined) run += letters;
      if (quantifier === undefined && letters !== undefined) continue;
      best = better(best, wordsOf(run));
      run = '';
      if (isSure) best = better(best, group);
    }
    return better(best, wordsOf(run));
  }

  /** The next part of a sequence; undefined at its end. */
  private next(): string | undefined {
    const part = this.parts[this.at];
    if (part === undefined || part === '|' || part === ')') return undefined;
    this.at++;
    return part;
  }

  private ofGroup(opening: string): Words {
    const words = this.ofAlternatives();
    this.at++;
    return LOOK_AROUND.test(opening) ? undefined : words;
  }

  private quantifier(): string | undefined {
    const part = this.parts[this.at];
    if (part === undefined || !QUANTIFIER.test(part)) return undefined;
    this.at++;
    return part;
  }
}

/** What a part stands for, in lower case; undefined where that may be one thing or another, or is no ASCII. */
function lettersOf(part: string): string | undefined {
  if (/^\w+$/u.test(part)) return part.toLowerCase();
  if (/^\\[!-/:-@[-`{-~]$/u.test(part)) return part.slice(1);
  const [, one = '', other = ''] = /^\[([a-z])([a-z])\]$/iu.exec(part) ?? [];
  if (one !== '' && one.toLowerCase() === other.toLowerCase()) return one.toLowerCase();
  return /^[!-~]$/u.test(part) && !'.()[]{}'.includes(part) ? part : undefined;
}

function wordsOf(run: string): Words {
  return run === '' ? undefined : [run];
}

/** The words whose shortest is longer, since chance finds it less often. */
function better(a: Words, b: Words): Words {
  if (a === undefined || b === undefined) return a ?? b;
  const [short, other] = [shortest(a), shortest(b)];
  return other > short || (other === short && b.length < a.length) ? b : a;
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map(({ length }) => length));
}
