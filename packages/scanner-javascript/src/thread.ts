// The thread in which ESLint lives, as it is compiled. It answers one request after the other.
import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';

if (parentPort) answer(parentPort);
