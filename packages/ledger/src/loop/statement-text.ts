import { canonicalJson, digest } from '@pawl/baseline';
import { faultOf } from './checkpoint-shape.ts';
import { CHECKPOINT_TYPE, type Checkpoint, type LoopQuestion, type Statement, statementOf } from './statement.ts';

/** Names a question in the index of a chain. */
export function questionDigest(question: LoopQuestion): string {
  return digest(canonicalJson(question));
}

/** The one text of a statement: canonical JSON and a newline. @throws Error when it could not be read back. */
export function writeStatement(checkpoint: Checkpoint): string {
  const fault = faultOf(checkpoint);
  if (fault !== undefined) throw new Error(fault);
  return `${canonicalJson(statementOf(checkpoint))}\n`;
}

/**
 * Reads exactly what `writeStatement` wrote: a signature is over bytes, so one statement must not have two spellings.
 *
 * @throws Error that says what is wrong.
 */
export function readStatement(text: string): Statement {
  const { predicateType, predicate } = JSON.parse(text) as Partial<Statement>;
  if (predicateType !== CHECKPOINT_TYPE) throw new Error(`this version does not read ${JSON.stringify(predicateType)}`);
  // What stands around the predicate follows from it; written anew, it gives the same bytes or it was something else.
  if (predicate === undefined || writeStatement(predicate) !== text) throw new Error('it is not in canonical form');
  return statementOf(predicate);
}
