import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeSource, describeWithBrowser, openBrowser } from './support/browser.ts';
import { docsSite } from './support/built-site.ts';

const PAGES = ['index.html', 'rules/lost-guard.html', 'reference/commands/check.html', 'architecture.html'] as const;
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
const VIEWS = PAGES.flatMap((path) =>
  (['desktop', 'phone'] as const).flatMap((size) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ path, size, colorScheme })),
  ),
);

describeWithBrowser('when the documentation is opened as files', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pawl-docs-'));
    const [opened, built] = await Promise.all([openBrowser(), docsSite('site', '--out', join(folder, 'a/b'))]);
    browser = opened;
    expect(built).toMatchObject({ status: 0, stderr: '' });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Fails where the page asks for anything but a file of the site, or where its script fails. */
  async function open(path: string, look: Partial<(typeof VIEWS)[number]> = {}): Promise<Page> {
    const { size = 'desktop', colorScheme = 'light' } = look;
    const page = await browser.newPage({ viewport: SIZES[size], colorScheme });
    const root = pathToFileURL(join(folder, 'a/b')).href;
    page.on('request', (request) => expect(request.url()).toMatch(/^(?:file|data):/u));
    page.on('pageerror', (error) => expect.fail(error.message));
    await page.goto(`${root}/${path}`);
    return page;
  }

  it.each(VIEWS)('$path, $size, $colorScheme: nobody is shut out, and nothing hangs over the edge', async (view) => {
    const page = await open(view.path, view);
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(SIZES[view.size].width);
    await page.close();
  });

  it('the checker would say so', async () => {
    const page = await open('index.html');
    await page.evaluate('document.querySelector(\'main\').innerHTML += \'<img src="data:,"><a href="#"></a>\'');
    expect((await violationsIn(page)).map(([id]) => id)).toEqual(['image-alt', 'link-name']);
    await page.close();
  });

  it('a word that is searched for is found by keyboard alone, without a server', async () => {
    const page = await open('rules/lost-guard.html');
    await page.keyboard.press('/');
    await page.keyboard.type('weakened guard');
    await page.waitForSelector('#found a');
    expect(await page.textContent('#found a')).toBe('weakened-guard');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rules\/weakened-guard\.html$/u);
    expect(await page.textContent('h1')).toBe('weakened-guard');
    await page.close();
  });

  it('what no page has is said not to be there', async () => {
    const page = await open('index.html');
    await page.fill('#search', 'xyzzyplugh');
    await page.waitForSelector('#found p');
    expect(await page.textContent('#found')).toBe('Nothing found.');
    await page.close();
  });

  it('the first key leads to the content', async () => {
    const page = await open('index.html');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.close();
  });

  it('a page begins at its beginning, and its name is in sight in the contents', async () => {
    const page = await open('rules/weakened-pipeline.html');
    expect(await page.evaluate('scrollY')).toBe(0);
    const { y = -1 } = (await page.locator('nav.contents [aria-current]').boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(SIZES.desktop.height);
    await page.close();
  });

  it('on a phone the contents are folded up, and open', async () => {
    const page = await open('index.html', { size: 'phone' });
    const link = page.locator('nav.contents a').first();
    expect(await link.isVisible()).toBe(false);
    await page.click('nav.contents summary');
    expect(await link.isVisible()).toBe(true);
    await page.close();
  });

  it('without scripts every page of the contents can be reached', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.desktop });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'a/b/index.html')).href);
    expect(await page.locator('form.search').isVisible()).toBe(false);
    await page.click('nav.contents a:has-text("Threat model")');
    expect(await page.textContent('h1')).toBe('Threat model');
    await context.close();
  });
});

/** What a checker of accessibility finds, and where. */
async function violationsIn(page: Page): Promise<readonly (readonly [string, readonly string[]])[]> {
  await page.addScriptTag({ content: await axeSource() });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: { run: () => Promise<AxeResult> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))] as const);
  });
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
