import { spawn } from 'node:child_process';

export function start(name) {
  const child = spawn(name, { shell: true });
  child.stdout.pipe(process.stdout);
  child.on('close', (code) => report(name, code));
}

export function report(name, code) {
  console.log(name, code);
}
