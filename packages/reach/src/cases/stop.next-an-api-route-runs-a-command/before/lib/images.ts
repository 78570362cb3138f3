import { execFileSync } from 'child_process';

export async function resize(width: number) {
  execFileSync('convert', ['in.png', '-resize', String(width), 'out.png']);
}
