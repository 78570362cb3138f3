import { exec } from 'node:child_process';

export function archive(folder, done) {
  exec(`tar czf out.tgz ${folder}`, done);
}
