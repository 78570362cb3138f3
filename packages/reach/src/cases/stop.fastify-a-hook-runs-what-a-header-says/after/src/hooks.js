import { exec } from 'node:child_process';

export async function deploy(request) {
  exec(`git checkout ${request.body.ref}`);
  return { ok: true };
}
