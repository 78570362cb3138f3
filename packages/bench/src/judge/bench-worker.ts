// The process in which commits are judged, where this package is used by itself; `pawl` bundles one of its own.
import { serveWorker } from './serve-worker.ts';

serveWorker();
