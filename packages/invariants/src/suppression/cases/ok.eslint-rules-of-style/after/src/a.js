/* eslint-disable max-len, no-console */

import { exec } from 'node:child_process';

export function archive(folder, done) {
  exec(`tar czf out.tgz ${folder}`, done); // eslint-disable-line prefer-template
}
