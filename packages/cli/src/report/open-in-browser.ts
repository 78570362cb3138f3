import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** What shows a page, by platform. No shell is between: a file may be called anything. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
const ELSEWHERE = ['xdg-open'] as const;

/** Shows a file to the person, and does not wait until they have closed it. Gives whether there was something to show it with. */
export function openInBrowser(file: string, env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? ELSEWHERE;
  return new Promise((resolve) => {
    const child = spawn(program, [...args, pathToFileURL(file).href], { env, detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
