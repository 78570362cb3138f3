// The thread in which ESLint lives, as it is compiled. It answers one request after the other.
import { parentPort } from 'node:worker_threads';
import { answerAll } from './answer-all.ts';

if (parentPort) answerAll(parentPort);
