import { realpathSync } from 'node:fs';
import { delimiter, isAbsolute, relative, sep } from 'node:path';

/**
 * An environment whose `PATH` leads nowhere into a folder. Commits are judged in a repository of their own, where a tool that lies in
 * the user's work tree would not be recognised as one that the judged code brings along.
 */
export function environmentOutside(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Readonly<Record<string, string | undefined>> {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH');
  const path = name === undefined ? undefined : env[name];
  if (name === undefined || path === undefined) return env;
  const outside = path.split(delimiter).filter((entry) => isAbsolute(entry) && !isWithin(folder, real(entry)));
  return { ...env, [name]: outside.join(delimiter) };
}

function real(entry: string): string {
  try {
    return realpathSync(entry);
  } catch {
    // What is not there holds no tool.
    return entry;
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
