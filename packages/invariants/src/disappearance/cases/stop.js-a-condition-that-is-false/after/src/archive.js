import { exec } from 'node:child_process';

export function archive(folder, done) {
  if (false) {
    exec(`tar czf out.tgz ${folder}`, done);
  }
}
