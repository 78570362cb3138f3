import { flushOutbox } from './flush-outbox.ts';
import type { Means } from './means.ts';
import type { Notice } from './notice.ts';
import { notifyAll } from './notify-all.ts';
import { readNotifySettings } from './settings/read-notify-settings.ts';
import { systemMeans } from './system/system-means.ts';

/** What a process of its own is to do, so that nobody waits for it: tell of these, and then what else is owed. */
export interface Errand extends Pick<Means, 'outbox' | 'workTree'> {
  /** What stands under `notify`. */
  readonly settings: unknown;
  readonly notices: readonly Omit<Notice, 'sealed'>[];
}

/** Does an errand that was written as JSON. What fails stays in the outbox. @throws where it is none, and NotifyError. */
export async function doErrand(text: string, env: Means['env']): Promise<void> {
  const { settings, notices, outbox, workTree } = JSON.parse(text) as Errand;
  const { channels, budgetMs } = readNotifySettings(settings);
  const means = systemMeans({ env, outbox, workTree, budgetMs });
  for (const notice of notices) await notifyAll(channels, notice, means);
  await flushOutbox(channels, means);
}
