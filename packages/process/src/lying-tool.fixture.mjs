// A tool that misbehaves on demand: `node lying-tool.mjs <trick> [argument…]`.
import { execFileSync, spawn } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

const [, self, trick, argument, second] = process.argv;
const hold = () => setInterval(() => undefined, 1000);
const child = (detached, ...args) => spawn(process.execPath, [self, ...args], { stdio: 'inherit', detached });
const tricks = {
  honest: () => console.log('[]'),
  prints: () => process.stdout.write(argument),
  'exits-with': () => {
    console.error('fatal: no rules');
    process.exitCode = Number(argument);
  },
  'kills-itself': () => process.kill(process.pid, 'SIGKILL'),
  floods: () => setInterval(() => process.stdout.write('x'.repeat(65_536)), 0),
  hangs: hold,
  'notes-itself-and-hangs': () => {
    writeFileSync(argument, JSON.stringify({ pid: process.pid, folder: dirname(process.env.TMPDIR) }));
    hold();
  },
  'hangs-in-a-child': () => {
    writeFileSync(argument, String(child(false, 'hangs').pid));
    hold();
  },
  'hangs-in-a-session-of-its-own': () => {
    writeFileSync(argument, String(child(true, 'hangs').pid));
    hold();
  },
  'leaves-a-child-behind': () => {
    const left = child(false, 'hangs');
    writeFileSync(argument, String(left.pid));
    left.unref();
    console.log('[]');
    process.exit(0);
  },
  'takes-memory': () => {
    globalThis.taken = Buffer.alloc(Number(argument), 1);
    hold();
  },
  'takes-memory-in-children': () => {
    for (let count = 0; count < 3; count += 1) child(false, 'takes-memory', argument);
    hold();
  },
  'prints-invalid-utf8': () => process.stdout.write(Buffer.from([0x7b, 0xff, 0x7d])),
  'complains-in-invalid-utf8': () => process.stderr.write(Buffer.from([0x7b, 0xff, 0x7d])),
  'prints-its-environment': () =>
    console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), here: readdirSync('.') })),
  'notes-its-folder': () => {
    writeFileSync(argument, process.env.TMPDIR);
    process.exitCode = Number(second);
  },
  'prints-files': () => console.log(JSON.stringify(readdirSync(argument, { recursive: true }).sort())),
  'prints-a-file': () => process.stdout.write(readFileSync(argument, 'utf8')),
  'prints-its-arguments': () => console.log(JSON.stringify(process.argv.slice(3))),
  writes: () => writeFileSync(argument, second),
  'writes-invalid-utf8': () => writeFileSync(argument, Buffer.from([0x7b, 0xff, 0x7d])),
  'writes-much': () => writeFileSync(argument, 'x'.repeat(Number(second))),
  'links-its-result': () => symlinkSync(second, argument),
  'links-its-result-hard': () => linkSync(second, argument),
  'links-the-folder': () => {
    rmSync(argument, { recursive: true });
    symlinkSync(second, argument);
  },
  'makes-a-folder': () => mkdirSync(argument),
  'makes-a-pipe': () => execFileSync('mkfifo', [argument]),
  'writes-long-ago': () => {
    writeFileSync(argument, '[]');
    utimesSync(argument, 1_600_000_000, 1_600_000_000);
  },
};
tricks[trick]();
