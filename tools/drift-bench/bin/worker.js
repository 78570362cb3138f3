// One of the processes that a run is shared out to; see src/run/worker.ts.
import '../dist/run/worker.js';
