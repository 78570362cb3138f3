import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watchPolicy } from '@pawl/browser/in-page';
import type { Browser, Page } from 'playwright-core';

export interface Screen {
  readonly name: 'desktop' | 'phone';
  readonly width: number;
  readonly height: number;
}

export const SCREENS: readonly Screen[] = [
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'phone', width: 360, height: 740 },
];

export type Scheme = 'light' | 'dark';
export const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** How a page is looked at; it is opened from a file in `folder`, as by somebody who downloaded it. */
export interface View {
  readonly folder: string;
  readonly screen: Screen;
  readonly scheme: Scheme;
}

/** A page that stands open. */
export interface Opened {
  readonly page: Page;
  /**
   * What a page of ours never does: ask for anything but itself, say or write something, fail, open a window, try what its policy
   * refuses. Filled as it happens.
   */
  readonly deeds: readonly string[];
}

export async function openPage(browser: Browser, html: string, { folder, screen, scheme }: View): Promise<Opened> {
  const file = join(folder, `${screen.name}-${scheme}.html`);
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const { width, height } = screen;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  const deeds: string[] = [];
  page.on('requestfinished', (request) => {
    if (request.url() !== address) deeds.push(`asked for ${request.url()}`);
  });
  page.on('requestfailed', (request) => deeds.push(`asked for ${request.url()}: ${request.failure()?.errorText}`));
  page.on('dialog', (dialog) => {
    deeds.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => deeds.push(`wrote ${message.text()}`));
  page.on('pageerror', (error) => deeds.push(`failed: ${error.message}`));
  page.on('popup', () => deeds.push('opened a window'));
  await page.addInitScript(watchPolicy);
  await page.goto(address, { waitUntil: 'load' });
  return { page, deeds };
}
