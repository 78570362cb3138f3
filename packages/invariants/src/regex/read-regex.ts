import { type Concatenation, JS, TooManyNodesError } from 'refa';
import { budgetOf } from './budget.ts';
import { meteredAst } from './metered-ast.ts';
import { pythonToJavascript } from './python-to-javascript.ts';
import { RegexError } from './regex-error.ts';
import type { RegexText } from './regex-text.ts';

/** A regular expression as refa reads it. */
export interface ReadRegex {
  readonly alternatives: readonly Concatenation[];
  /** The same as text, for what reads JavaScript's syntax alone. */
  readonly source: string;
  readonly flags: string;
}

const limits = {
  /** Longer ones are tables that a generator wrote. */
  source: 2_000,
  /** Parsers recurse, and the stack may be small or in use. */
  brackets: 300,
  nodes: 5_000,
  steps: 200_000,
  /** Texts that one back reference may stand for. */
  words: 20,
};

/** @throws RegexError */
export function readRegex(regex: RegexText): ReadRegex {
  if (regex.source.length > limits.source) {
    throw new RegexError('too-large', `A pattern of more than ${limits.source} characters.`);
  }
  if (regex.source.split(/[([]/).length > limits.brackets) {
    throw new RegexError('too-large', `A pattern of more than ${limits.brackets} brackets.`);
  }
  const { source, flags } = regex.flavour === 'python' ? pythonToJavascript(regex.source, regex.flags) : regex;
  return parse(holding(source, flags, regex.held), flags);
}

/** Where the match is held becomes part of the pattern. `^` will not do: with the flag `m` it is less. */
function holding(source: string, flags: string, held: RegexText['held']): string {
  // A sticky expression matches where the last match ended and nowhere else, which is the start for the first.
  if (held === undefined && !flags.includes('y')) return source;
  return `(?<![^])(?:${source})${held === 'whole' ? '(?![^])' : ''}`;
}

function parse(source: string, flags: string): ReadRegex {
  try {
    const ast = meteredAst(source, flags, budgetOf(limits.steps, 'Reading the pattern'));
    const { expression } = JS.Parser.fromAst(ast).parse({
      backreferences: 'unknown',
      // refa resolves back references to code units, even where the flag `v` makes them code points.
      maxBackreferenceWords: flags.includes('v') ? 0 : limits.words,
      maxNodes: limits.nodes,
    });
    return { alternatives: expression.alternatives, source, flags };
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new RegexError('invalid', cause.message, { cause });
    if (cause instanceof TooManyNodesError) throw new RegexError('too-large', cause.message, { cause });
    throw cause;
  }
}
