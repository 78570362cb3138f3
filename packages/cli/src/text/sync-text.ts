import type { Synced, SyncedChain } from '@pawl/checkpoint';
import { visible } from '@pawl/report';

/** What came, what went, and what did not go and why. */
export function syncText({ remote, fetched, pushed, isShared }: Synced): string {
  const news = fetched.filter(({ how }) => how !== 'same' && how !== 'ahead');
  const came =
    news.length === 0 ? [`Nothing new came from ${visible(remote)}.`] : news.map((chain) => chainLine(chain, remote));
  const went =
    pushed.length === 0
      ? [`${visible(remote)} has everything from here.`]
      : pushed.map((ref) => `pushed  ${visible(ref)}`);
  const kept = [
    `Nothing is pushed to ${visible(remote)}: nobody has said that whoever reads it may know which findings are open.`,
    `  next: if they may: pawl sync --share${remote === 'origin' ? '' : ` --remote ${visible(remote)}`}`,
  ];
  return [...came, ...(isShared ? went : kept), ''].join('\n');
}

function chainLine({ ref, how, again }: SyncedChain, remote: string): string {
  const entries = again === 1 ? 'one checkpoint of ours follows' : `${again} checkpoints of ours follow`;
  const what = {
    same: 'is the same',
    ahead: 'has more here',
    new: `is new here, from ${visible(remote)}`,
    forward: `moved forward to what ${visible(remote)} has`,
    'appended-again': `has what ${visible(remote)} has; ${entries} behind it`,
  }[how];
  return `fetched ${visible(ref)} ${what}`;
}
