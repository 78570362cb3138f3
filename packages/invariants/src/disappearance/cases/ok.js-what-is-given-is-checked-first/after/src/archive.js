import { exec } from 'node:child_process';

const FOLDERS = ['reports', 'images'];

export function archive(folder, done) {
  if (!FOLDERS.includes(folder)) throw new Error('no such folder');
  exec(`tar czf out.tgz ${folder}`, done);
}
