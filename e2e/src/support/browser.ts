import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { findBrowser } from '@pawl/browser';
import { type Browser, chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';

/** Specs in a real browser. Where there is none they are skipped and say so, and on CI that is a failure. */
export function describeWithBrowser(title: string, specs: () => void): void {
  const sought = findBrowser();
  if (sought.found) return void describe(`${title} (Chromium ${sought.found.version})`, specs);
  const why = `${sought.why}; run \`node tools/browser/install.mjs\``;
  if (process.env['CI']) describe(title, () => it(why, () => expect.fail(why)));
  else describe.skip(`${title} (skipped, ${why})`, specs);
}

export async function openBrowser(): Promise<Browser> {
  const sought = findBrowser();
  if (!sought.found) throw new Error(sought.why);
  return chromium.launch({
    executablePath: sought.found.program,
    // The sandbox of Chromium refuses root, which CI often is. What is opened is a page of ours.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/** What a checker of accessibility runs in the page. */
export async function axeSource(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}
