// The thread in which Ruff lives. It answers one request after the other.
import { parentPort } from 'node:worker_threads';
import { answerAll } from '@pawl/aside';
import { examineAll } from './examine.ts';

if (parentPort) answerAll(parentPort, examineAll);
