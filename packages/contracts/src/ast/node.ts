/** What the engine looks for: a rule and what its metavariables must be. */
export interface Matcher {
  readonly rule: object;
  readonly constraints?: Readonly<Record<string, object>>;
}

interface Position {
  /** From 0. */
  readonly line: number;
  /** In UTF-16 code units. */
  readonly index: number;
}

/** A node of the engine, as much of it as contracts use. The engine's own types know the kinds of each grammar; patterns do not. */
export interface Node {
  id(): number;
  kind(): string;
  text(): string;
  range(): { readonly start: Position; readonly end: Position };
  isNamed(): boolean;
  isLeaf(): boolean;
  parent(): Node | null;
  ancestors(): readonly Node[];
  children(): readonly Node[];
  namedChildren(): readonly Node[];
  prevAll(): readonly Node[];
  field(name: string): Node | null;
  fieldChildren(name: string): readonly Node[];
  find(matcher: Matcher): Node | null;
  findAll(matcher: Matcher): readonly Node[];
  matches(matcher: Matcher): boolean;
  getMatch(name: string): Node | null;
  getRoot(): { root(): Node };
}
