import { Language, Parser, type Tree } from 'web-tree-sitter';
import { firstErrorLine } from './first-error.ts';
import { GrammarError } from './grammar-error.ts';
import { isDeeper } from './is-deeper.ts';
import type { LanguageId } from './language.ts';
import type { LanguageProfile } from './language-profile.ts';
import { DEFAULT_LIMITS, type ParseLimits } from './parse-limits.ts';
import { PROFILES } from './profile-of.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import { utf8Length } from './utf8-length.ts';
import { WasmTree } from './wasm-tree.ts';

/** Reads one file of the package's `grammars` folder by its name. The core does no I/O, so the edge brings it. */
export type GrammarSource = (file: string) => Promise<Uint8Array>;

/** Why there is no tree, and the line of the first error, from 1, where there is one. */
export interface NotParsed {
  readonly kind: 'not-parsed';
  readonly code: 'syntax-error' | 'too-deep' | 'timed-out' | 'too-large';
  /** One plain sentence for a person. */
  readonly why: string;
  readonly line?: number;
}

/** A tree, which its taker releases, or why there is none. A text that does not parse is never an empty tree. */
export type ParseResult = { readonly kind: 'tree'; readonly tree: SyntaxTree } | NotParsed;

/** Parses what was loaded before. One parser is enough for a process. */
export interface Syntax {
  /** Begins what every language needs, while the caller finds out which ones it needs. Never fails: `load` does. */
  start(): void;
  /** Makes a language ready; costs nothing the second time. Throws {@link GrammarError} where a grammar cannot be read. */
  load(language: LanguageId): Promise<void>;
  /** Throws {@link GrammarError} for a language that was not loaded: that is a fault of the caller, not of the text. */
  parse(text: string, language: LanguageId, limits?: ParseLimits): ParseResult;
}

/** Opens a parser. No grammar is read before a language is asked for. */
export function openSyntax(grammars: GrammarSource): Syntax {
  const loading = new Map<LanguageId, Promise<void>>();
  const ready = new Map<LanguageId, Language>();
  let parser: Parser | undefined;

  async function loadNow(language: LanguageId): Promise<void> {
    await startRuntime(grammars);
    ready.set(language, await readGrammar(grammars, PROFILES[language].grammar.file));
  }

  return {
    start() {
      startRuntime(grammars).catch(() => undefined);
    },
    load(language) {
      const started = loading.get(language) ?? loadNow(language);
      loading.set(language, started);
      return started;
    },
    parse(text, language, limits = {}) {
      const grammar = ready.get(language);
      if (grammar === undefined)
        throw new GrammarError('grammar-not-loaded', `The grammar for ${language} was not loaded before parsing.`);
      parser ??= new Parser();
      parser.setLanguage(grammar);
      return parseWithin(parser, text, language, limits);
    },
  };
}

function parseWithin(parser: Parser, text: string, language: LanguageId, limits: ParseLimits): ParseResult {
  const { maxBytes, maxDepth, maxSteps, tolerateErrors = false, giveUp, since } = { ...DEFAULT_LIMITS, ...limits };
  if (text.length > maxBytes || (text.length * 3 > maxBytes && utf8Length(text) > maxBytes)) {
    return notParsed('too-large', `it is larger than ${maxBytes} bytes`);
  }
  const profile = PROFILES[language];
  const told = { maxSteps, giveUp };
  let tree = parseSince(parser, text, profile, since, told) ?? parseStepwise(parser, text, null, told);
  const readable = tree?.rootNode.hasError ? withoutUnreadable(text, profile) : text;
  if (readable !== text) {
    tree?.delete();
    tree = parseStepwise(parser, readable, null, told);
  }
  if (tree === null) return notParsed('timed-out', 'the parser did not finish within its limit');
  const line = firstErrorLine(tree.rootNode);
  const refusal = refusalOf(tree, maxDepth, tolerateErrors ? undefined : line);
  if (refusal === undefined) return { kind: 'tree', tree: new WasmTree(tree, text, profile, line) };
  tree.delete();
  return refusal;
}

function refusalOf(tree: Tree, maxDepth: number, errorLine: number | undefined): NotParsed | undefined {
  if (isDeeper(tree.rootNode, maxDepth)) return notParsed('too-deep', `it nests deeper than ${maxDepth} levels`);
  if (errorLine !== undefined) return notParsed('syntax-error', `line ${errorLine} does not parse`, errorLine);
  return undefined;
}

/** Blanks what the grammar cannot read. No offset moves, so that the tree fits the text as it is. */
function withoutUnreadable(text: string, { unreadable }: LanguageProfile): string {
  return unreadable.reduce((rest, pattern) => rest.replace(pattern, (words: string) => ' '.repeat(words.length)), text);
}

/**
 * Most of a changed file is as it was, and is not parsed twice. What a parser makes of a text with errors depends on where it comes from, so
 * that such a text, on either side, is parsed from its beginning: `null`.
 */
function parseSince(
  parser: Parser,
  text: string,
  profile: LanguageProfile,
  since: SyntaxTree | undefined,
  limits: StepLimits,
): Tree | null {
  if (!(since instanceof WasmTree) || since.hasErrors || since.profile !== profile) return null;
  if (withoutUnreadable(since.text, profile) !== since.text) return null;
  const edited = since.editedTo(text);
  const tree = parseStepwise(parser, text, edited, limits);
  edited.delete();
  if (tree?.rootNode.hasError !== true) return tree;
  tree.delete();
  return null;
}

type StepLimits = Required<Pick<ParseLimits, 'maxSteps'>> & { readonly giveUp: ParseLimits['giveUp'] | undefined };

/** Counts the parser's own steps: unlike a clock, the count is the same on every machine. */
function parseStepwise(
  parser: Parser,
  text: string,
  before: Tree | null,
  { maxSteps, giveUp }: StepLimits,
): Tree | null {
  let steps = 0;
  const progressCallback = (): boolean => ++steps > maxSteps || (giveUp?.() ?? false);
  const tree = parser.parse(text, before, { progressCallback });
  // A parser that was stopped would go on with the old text at the next call.
  if (tree === null) parser.reset();
  return tree;
}

function notParsed(code: NotParsed['code'], why: string, line?: number): NotParsed {
  return { kind: 'not-parsed', code, why, ...(line === undefined ? {} : { line }) };
}

/** The runtime is one per process, whoever starts it. */
let runtime: Promise<void> | undefined;

async function startRuntime(grammars: GrammarSource): Promise<void> {
  runtime ??= readBytes(grammars, 'web-tree-sitter.wasm').then((wasmBinary) => Parser.init({ wasmBinary }));
  try {
    await runtime;
  } catch (cause) {
    runtime = undefined;
    throw unreadable('web-tree-sitter.wasm', cause);
  }
}

async function readGrammar(grammars: GrammarSource, file: string): Promise<Language> {
  try {
    return await Language.load(await readBytes(grammars, file));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

async function readBytes(grammars: GrammarSource, file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await grammars(file));
}

function unreadable(file: string, cause: unknown): GrammarError {
  const next = 'Install @pawl/syntax again: its grammars folder is part of the package.';
  return new GrammarError('grammar-unreadable', `The grammar file ${file} could not be loaded.`, { next, cause });
}
