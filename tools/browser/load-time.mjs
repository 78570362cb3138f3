// Prints how long a page takes to load from a file, in the browser of the tests: node tools/browser/load-time.mjs PAGE [TIMES]
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './src/find-browser.mjs';
import { loadTime } from './src/in-page.mjs';

const [file, times = '5'] = process.argv.slice(2);
const { found, why } = findBrowser();
if (file === undefined || !found) {
  console.error(
    file === undefined ? 'Name a page: node tools/browser/load-time.mjs PAGE [TIMES]' : `There is no browser: ${why}.`,
  );
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: found.program, chromiumSandbox: process.getuid?.() !== 0 });
const taken = [];
for (let run = 0; run < Number(times); run++) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  taken.push(Math.round(await page.evaluate(loadTime)));
  await page.close();
}
await browser.close();
console.log(`${file}: ${statSync(file).size} bytes, loaded in ${taken.join(', ')} ms (Chromium ${found.version})`);
