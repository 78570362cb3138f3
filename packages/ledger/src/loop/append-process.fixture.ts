import { openRepository } from '@pawl/git';
import { appendCheckpoint } from './append-checkpoint.ts';
import { draftOf, NOTHING } from './draft.fixture.ts';

/** A process of its own that records the judgement of one tree in the repository of its working directory. */
const [name = 'one', loop = 'agent/x'] = process.argv.slice(2);
const store = await openRepository(process.cwd());
(globalThis as { countFaults?: () => void }).countFaults?.();
const started = performance.now();
try {
  const { commit, written, statement } = await appendCheckpoint(store, draftOf(name, { loop }), NOTHING);
  const milliseconds = Math.round(performance.now() - started);
  console.log(JSON.stringify({ commit, written, sequence: statement.predicate.sequence, milliseconds }));
} catch (error) {
  const { code, name: kind, message } = error as Error & { code?: string };
  console.log(JSON.stringify({ kind, code, message, isCoded: error instanceof Error && 'next' in error }));
  process.exitCode = 2;
}
