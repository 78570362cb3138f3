import { exec } from 'node:child_process';

export function archive(folder, done) {
  // eslint-disable-next-line
  exec(`tar czf out.tgz ${folder}`, done);
}
