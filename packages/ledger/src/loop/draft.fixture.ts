import { createHash } from 'node:crypto';
import type { CheckpointDraft, LoopQuestion } from './statement.ts';

const id = (of: string): string => createHash('sha1').update(of).digest('hex');

/** A judgement of the tree of a name, like `one`, in the loop `agent/x`. */
export function draftOf(
  name: string,
  { question, ...more }: Partial<Omit<CheckpointDraft, 'question'>> & { question?: Partial<LoopQuestion> } = {},
): CheckpointDraft {
  return {
    loop: 'agent/x',
    repository: 'a'.repeat(32),
    audience: 'agent',
    identity: null,
    question: {
      lock: id('lock'),
      lockSequence: 3,
      base: id('base'),
      tree: id(name),
      head: null,
      tier: 'fast',
      tools: 'b'.repeat(64),
      ...question,
    },
    outcome: 'clean',
    case: null,
    assurance: 'unsigned',
    at: '2026-01-02T03:04:05.678Z',
    ...more,
  };
}

export const NOTHING = { released: new Set<string>() } as const;
