import { codeChildren, type LanguageProfile, partOf, type SyntaxNode } from '@pawl/syntax';
import { isTestCode, type Side, touched } from '../change.ts';
import { isExitCall, statementsOf } from '../guard/exit-of.ts';
import { codeEnd, plainCode } from '../plain-code.ts';

/** What a handler does with an error, most careful first: raise or refuse, do something, only log it, nothing. */
export const OUTCOMES = ['raises', 'acts', 'logs', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One place that catches errors. */
export interface HandlerFact {
  readonly side: Side;
  readonly node: SyntaxNode;
  /** A clause of a `try`, a call on a promise, a context that suppresses, or a `finally` that returns over the error. */
  readonly form: 'clause' | 'promise' | 'context' | 'finally';
  readonly types: readonly string[];
  /** 0 named errors, 1 a family, 2 nearly everything, 3 everything. */
  readonly width: number;
  readonly outcome: Outcome;
  /** The code whose errors are caught. */
  readonly guarded: SyntaxNode | undefined;
  /** Equal for handlers that do the same. */
  readonly key: string;
}

export const CATCHES_ALL = 3;

export function handlerFacts(side: Side): readonly HandlerFact[] {
  if (isTestCode(side.pair)) return [];
  const { profile } = side.tree;
  const shapes = [...profile.handlers, ...profile.finalizers, ...(profile.suppressing ? [profile.suppressing] : [])];
  const calls = profile.swallowingCall ? profile.calls : [];
  return touched(
    side,
    [...shapes, ...calls].map(({ kind }) => kind),
  ).flatMap((node) => [
    ...clauseFacts(side, node, profile),
    ...finallyFacts(side, node, profile),
    ...promiseFacts(side, node, profile),
    ...contextFacts(side, node, profile),
  ]);
}

function clauseFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly HandlerFact[] {
  const shape = profile.handlers.find(({ kind }) => kind === node.kind);
  const body = shape && partOf(node, shape.body);
  if (shape === undefined || body === undefined) return [];
  const type = shape.type === undefined ? undefined : node.field(shape.type);
  const types = type === undefined ? [] : typesIn(type);
  const width = type === undefined ? CATCHES_ALL : widthOf(types, profile);
  const key = JSON.stringify([types, plainCode(body)]);
  return [
    { side, node, form: 'clause', types, width, outcome: outcomeOf(body), guarded: guardedBy(node, profile), key },
  ];
}

function finallyFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly HandlerFact[] {
  const shape = profile.finalizers.find(({ kind }) => kind === node.kind);
  const body = shape && partOf(node, shape.body);
  if (body === undefined || !statementsOf(body).some(({ kind }) => profile.exits.return.includes(kind))) return [];
  const guarded = guardedBy(node, profile);
  return [
    {
      side,
      node,
      form: 'finally',
      types: [],
      width: CATCHES_ALL,
      outcome: 'nothing',
      guarded,
      key: JSON.stringify(['finally', plainCode(body)]),
    },
  ];
}

/** The longest `.catch(…)` that swallows; longer arguments do something. */
const LONGEST_SWALLOW = 80;

function promiseFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly HandlerFact[] {
  const shape = profile.calls.find(({ kind }) => kind === node.kind);
  const callee = shape?.callee === undefined ? undefined : node.field(shape.callee);
  const list = shape && node.field(shape.arguments);
  if (!callee || !list || list.endOffset - list.startOffset > LONGEST_SWALLOW) return [];
  const [guarded, method] = codeChildren(callee);
  if (!guarded || !method || !profile.swallowingCall?.test(`.${method.text}${plainCode(list)}`)) return [];
  const key = JSON.stringify(['promise', codeEnd(guarded)]);
  return [{ side, node: list, form: 'promise', types: [], width: CATCHES_ALL, outcome: 'nothing', guarded, key }];
}

function contextFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly HandlerFact[] {
  const shape = profile.suppressing;
  if (shape === undefined || node.kind !== shape.kind) return [];
  const body = node.field(shape.body);
  const header = body && { first: node.start.line, last: Math.max(node.start.line, body.start.line - 1) };
  const call = node
    .find(
      profile.calls.map(({ kind }) => kind),
      header,
    )
    .find((each) => each.startOffset < (body?.startOffset ?? 0) && shape.call.test(plainCode(each)));
  const list = profile.calls.map((each) => call?.kind === each.kind && call.field(each.arguments)).find(Boolean);
  if (!call || !list) return [];
  const types = codeChildren(list).map(plainCode);
  return [
    {
      side,
      node: call,
      form: 'context',
      types,
      width: widthOf(types, profile),
      outcome: 'nothing',
      guarded: body,
      key: JSON.stringify([types, 'pass']),
    },
  ];
}

/** The names of the errors that a clause catches: of `(A, m.B) as e` both. */
function typesIn(type: SyntaxNode): readonly string[] {
  const inner = type.kind === 'as_pattern' ? (codeChildren(type)[0] ?? type) : type;
  const parts = inner.kind === 'tuple' ? codeChildren(inner) : [inner];
  return parts.map(plainCode).sort();
}

function widthOf(types: readonly string[], { wideTypes }: LanguageProfile): number {
  return Math.max(0, ...types.map((type) => wideTypes[type.slice(type.lastIndexOf('.') + 1)] ?? 0));
}

function guardedBy(handler: SyntaxNode, { tries }: LanguageProfile): SyntaxNode | undefined {
  const parent = handler.parent;
  const shape = tries.find(({ kind }) => kind === parent?.kind);
  return shape && parent?.field(shape.body);
}

function outcomeOf(body: SyntaxNode): Outcome {
  const { exits, idleStatements, logCall, constants, strings } = body.tree.profile;
  const statements = statementsOf(body).filter((statement) => {
    const only = codeChildren(statement)[0]?.kind ?? '';
    return (
      !idleStatements.includes(statement.kind) &&
      !(statement.namedChildren.length === 1 && [...constants, ...strings].includes(only))
    );
  });
  if (statements.length === 0) return 'nothing';
  if (body.find(exits.throw).length > 0 || statements.some(isExitCall)) return 'raises';
  return statements.every((statement) => logCall.test(plainCode(statement))) ? 'logs' : 'acts';
}
