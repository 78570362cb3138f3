import { notifyAll } from './notify-all.ts';
import { readNotifySettings } from './settings/read-notify-settings.ts';
import { systemMeans } from './system/system-means.ts';

/** A process of its own that tells of one case with the means of this machine, as its settings on the command line say. */
const [settings = '', outbox = '', number = ''] = process.argv.slice(2);
const { channels, repository, budgetMs } = readNotifySettings(JSON.parse(settings));
const means = systemMeans({ env: process.env, outbox, workTree: undefined, budgetMs });
const notice = { repository, loop: 'agent/x', case: number, outcome: 'stopped', at: new Date().toISOString() } as const;
console.log(JSON.stringify(await notifyAll(channels, notice, means)));
