import { execFile } from 'node:child_process';

export function archive(folder, done) {
  execFile('tar', ['czf', 'out.tgz', folder], done);
}
