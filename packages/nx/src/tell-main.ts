// What tells people after a task has ended, in a process of its own: nobody waits for it, and nobody reads what it prints.
import { text } from 'node:stream/consumers';
import { doErrand } from '@pawl/notify';

await doErrand(await text(process.stdin), process.env);
