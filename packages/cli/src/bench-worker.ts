// One of the processes in which `pawl bench` judges; see @pawl/bench.
import { serveWorker } from '@pawl/bench';

serveWorker({ grammars: new URL('./grammars/', import.meta.url) });
