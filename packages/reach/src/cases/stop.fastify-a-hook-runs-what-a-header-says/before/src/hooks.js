import { execFile } from 'node:child_process';

export async function deploy(request) {
  execFile('git', ['checkout', '--', String(request.body.ref)]);
  return { ok: true };
}
