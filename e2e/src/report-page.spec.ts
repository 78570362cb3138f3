import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityFaults, loadTime, sidewaysScrolls, unfold } from '@pawl/browser/in-page';
import { redacted, reportPage } from '@pawl/report/page';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeSource, describeWithBrowser, openBrowser } from './support/browser.ts';
import { hostileReport } from './support/hostile-report.ts';
import { keyboardTour } from './support/keyboard-tour.ts';
import { type Opened, openPage, SCHEMES, SCREENS, type View } from './support/look-at.ts';
import { EMPTY, INCOMPLETE, longLoop, THREE } from './support/report-samples.ts';
import { emptyFolder } from './support/temporary-repository.ts';
// One list for everything that shows names of a judged repository; it is part of no package.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { HOSTILE_NAMES } from '../../packages/cli/src/testing/hostile.ts';

const LONG = reportPage(longLoop(500));
const HOSTILE = reportPage(hostileReport(HOSTILE_NAMES));
const PAGES = [
  { name: 'empty', html: reportPage(EMPTY), tells: 'Nothing is locked.' },
  { name: 'three', html: reportPage(THREE), tells: 'Case 3f2a91c0 waits for a person.' },
  { name: 'five-hundred', html: LONG, tells: '500 checkpoints:' },
  { name: 'hostile', html: HOSTILE, tells: '<script>alert(1)</script>' },
  { name: 'incomplete', html: reportPage(INCOMPLETE), tells: 'This report is incomplete.' },
  { name: 'agent', html: reportPage(redacted(THREE)), tells: 'A person decides.' },
];
const VIEWS = SCREENS.flatMap((screen) => SCHEMES.map((scheme) => ({ screen, scheme })));
const DESKTOP = { screen: SCREENS[0], scheme: 'light' } as Omit<View, 'folder'>;

/** A folder that somebody wants to look at the pictures in. */
const PICTURES = process.env['PAWL_SCREENSHOTS'];

describeWithBrowser('when a report is opened in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
    if (PICTURES !== undefined) await mkdir(PICTURES, { recursive: true });
  });
  afterAll(() => browser.close());

  const open = async (html: string, view: Omit<View, 'folder'> = DESKTOP): Promise<Opened> =>
    openPage(browser, html, { ...view, folder: (await emptyFolder()).root });

  describe.each(VIEWS)('on a $screen.name in the $scheme', (view) => {
    it.each(PAGES)('the page $name is whole, fits, and does nothing but be there', async ({ name, html, tells }) => {
      const { page, deeds } = await open(html, view);
      if (PICTURES !== undefined) {
        const path = join(PICTURES, `${name}-${view.screen.name}-${view.scheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      expect(await page.locator('main').innerText()).toContain(tells);
      expect(await page.evaluate(sidewaysScrolls)).toEqual([]);
      await page.evaluate(unfold);
      expect(await page.evaluate(sidewaysScrolls)).toEqual([]);
      expect(deeds).toEqual([]);
      await page.close();
    });
  });

  // Each screen and each scheme once; the four together would find nothing that these two do not.
  describe.each([VIEWS[0], VIEWS[3]] as const)('on a $screen.name in the $scheme', (view) => {
    it.each(PAGES)('a checker of accessibility has nothing to say of the page $name', async ({ html }) => {
      const { page } = await open(html, view);
      await page.evaluate(unfold);
      await page.evaluate(await axeSource());
      expect(await page.evaluate(accessibilityFaults)).toEqual([]);
      await page.close();
    });
  });

  it.each(PAGES)('every control of the page $name is reached by the keyboard, and seen', async ({ html }) => {
    const { page } = await open(html);
    const { controls, reached, unseen } = await keyboardTour(page);
    expect(controls).toBeGreaterThan(0);
    expect({ reached, unseen }).toEqual({ reached: controls, unseen: [] });
    await page.close();
  });

  it('what is folded opens by the keyboard, and the list of checkpoints is filtered by the arrows', async () => {
    const { page } = await open(LONG);
    const rows = page.locator('.checkpoints tbody tr:visible');
    expect(await rows.count()).toBe(0);
    await page.locator('.checkpoints summary').focus();
    await page.keyboard.press('Enter');
    expect(await rows.count()).toBe(500);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const unclean = longLoop(500).checkpoints.filter(({ outcome }) => outcome !== 'clean').length;
    expect(await rows.count()).toBe(unclean);
    await page.keyboard.press('ArrowDown');
    expect(await rows.count()).toBe(100);
    await page.close();
  });

  it('a stop on the time line leads to its case', async () => {
    const { page } = await open(reportPage(THREE));
    await page.locator('.mark.stopped a').press('Enter');
    expect(await page.locator(':target h3').innerText()).toContain('3f2a91c0');
    await page.close();
  });

  it('nothing of what is hostile became a tag, a style, a script or a link that leads elsewhere', async () => {
    const { page } = await open(HOSTILE);
    const tags = 'script, img, iframe, object, embed, link, base, form, [style], [onerror], [onload], [src]';
    expect(await page.locator(tags).count()).toBe(0);
    const links = await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.length).toBeGreaterThan(7);
    expect(links.filter((href) => !/^#[a-z\d-]+$/u.test(href ?? ''))).toEqual([]);
    await page.close();
  });

  it('were something to get through all the same, the policy would not let it load or run', async () => {
    const got =
      '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)"><style>*{color:red}</style>';
    const { page, deeds } = await open(reportPage(THREE).replace('</main>', `${got}</main>`));
    await expect.poll(() => deeds.filter((deed) => deed.startsWith('wrote refused by the policy'))).toHaveLength(4);
    expect(deeds.filter((deed) => !deed.startsWith('wrote '))).toEqual(['asked for https://example.org/x.png: csp']);
    await page.close();
  });

  it('on paper it shows what is folded, and no navigation', async () => {
    const { page } = await open(LONG);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.case .reason').first().isVisible()).toBe(true);
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.close();
  });

  it('five hundred checkpoints are less than a megabyte and there at once', async () => {
    const { page } = await open(LONG);
    const [bytes, milliseconds] = [Buffer.byteLength(LONG), await page.evaluate(loadTime)];
    console.log(`500 checkpoints: ${bytes} bytes, loaded in ${Math.round(milliseconds)} ms`);
    expect(bytes).toBeLessThan(1_000_000);
    // A bound that no busy machine breaks; the figure that counts is what `tools/browser/load-time.mjs` prints.
    expect(milliseconds).toBeLessThan(10_000);
    await page.close();
  });
});
