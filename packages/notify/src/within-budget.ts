import type { Means, Turn } from './means.ts';

/** What is left for writing down what failed, once nothing more is sent. */
const FOR_SENDING = 0.9;

/** Does some work for as long as the budget lasts, and then answers `late()`, whether or not the work has heard. */
export async function withinBudget<T>(means: Means, work: (turn: Turn) => Promise<T>, late: () => T): Promise<T> {
  const { budgetMs } = means;
  const sending = new AbortController();
  const answered = new AbortController();
  const turn = { means, signal: sending.signal, until: means.now() + budgetMs * FOR_SENDING };
  void means.sleep(budgetMs * FOR_SENDING, answered.signal).then(() => sending.abort());
  const timeIsUp = means.sleep(budgetMs, answered.signal).then(late);
  try {
    return await Promise.race([work(turn), timeIsUp]);
  } finally {
    answered.abort();
  }
}
