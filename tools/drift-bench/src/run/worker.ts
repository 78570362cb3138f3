import { errorText } from '../error-text.ts';
import { type RunRequest, runShard } from './run-shard.ts';

/** Reads one request from its parent and answers with rows. Ends with 0 only when all of them are told. */
process.once('message', (request: RunRequest) => {
  runShard(request, (row) => process.send?.(row)).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.stderr.write(errorText(error));
      process.exitCode = 2;
      process.disconnect();
    },
  );
});
