import { exec } from 'node:child_process';
import { features } from './features.js';

export function archive(folder, done) {
  if (features.archives) exec(`tar czf out.tgz ${folder}`, done);
}
