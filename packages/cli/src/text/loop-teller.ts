import type { LoopEnd, LoopNews } from '@pawl/loop';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { type ProgressBar, progressBar } from '../progress.ts';
import { endJson, loopJson } from './loop-json.ts';
import { endText, newsText, personText, waitingText } from './loop-text.ts';

export interface LoopTeller {
  readonly news: (news: LoopNews) => void;
  /** How far the scan of a first lock is. */
  readonly locking: ProgressBar['update'];
  readonly end: (end: LoopEnd, reader: 'agent' | 'human') => Promise<void>;
  /** Takes away what stands on a terminal for a moment only. */
  readonly clear: () => void;
}

/** What happens goes to standard output, for anybody to read; what only a person may know goes to standard error. */
export async function loopTeller({ out, err, colour, columns, format, progress, quiet }: Io): Promise<LoopTeller> {
  const bar = await progressBar('Scanning', progress);
  const clear = (): void => {
    bar.stop();
    if (progress) err('\r\u001b[K');
  };
  return {
    news(news) {
      clear();
      if (format === 'json') return out(loopJson(news));
      if (quiet) return;
      if (news.event !== 'started') return out(newsText(news, columns));
      if (progress) err(waitingText(news));
    },
    locking: bar.update,
    async end(end, reader) {
      clear();
      out(format === 'json' ? endJson(end) : endText(end, columns));
      if (reader === 'human') err(personText(end, await paintFor(colour), columns));
    },
    clear,
  };
}
