// A tool that misbehaves on demand: `node lying-tool.mjs <trick> [argument]`.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [, , trick, argument] = process.argv;
const tricks = {
  honest: () => console.log('[]'),
  'exits-with': () => {
    console.error('fatal: no rules');
    process.exitCode = Number(argument);
  },
  'kills-itself': () => process.kill(process.pid, 'SIGKILL'),
  floods: () => setInterval(() => process.stdout.write('x'.repeat(65_536)), 0),
  hangs: () => setInterval(() => undefined, 1000),
  'hangs-in-a-child': () => {
    const child = spawn(process.execPath, [process.argv[1], 'hangs'], { stdio: 'inherit' });
    writeFileSync(argument, String(child.pid));
    setInterval(() => undefined, 1000);
  },
  'leaves-a-child-behind': () => {
    const child = spawn(process.execPath, [process.argv[1], 'hangs'], { stdio: 'inherit' });
    writeFileSync(argument, String(child.pid));
    child.unref();
    console.log('[]');
    process.exit(0);
  },
  'prints-invalid-utf8': () => process.stdout.write(Buffer.from([0x7b, 0xff, 0x7d])),
  'prints-its-environment': () =>
    console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), here: readdirSync('.') })),
  'notes-its-folder': () => {
    writeFileSync(argument, process.env.TMPDIR);
    process.exitCode = Number(process.argv[4]);
  },
  'prints-files': () => console.log(JSON.stringify(readdirSync(argument, { recursive: true }).sort())),
  'prints-a-file': () => process.stdout.write(readFileSync(argument, 'utf8')),
  'prints-its-arguments': () => console.log(JSON.stringify(process.argv.slice(3))),
};
tricks[trick]();
