import { focused, numberControls, unfold } from '@pawl/browser/in-page';
import type { Page } from 'playwright-core';

export interface Tour {
  /** How many controls there are to be reached. */
  readonly controls: number;
  readonly reached: number;
  /** Controls that have the focus without showing it. */
  readonly unseen: readonly number[];
}

/** Goes through an unfolded page by the tab key alone. */
export async function keyboardTour(page: Page): Promise<Tour> {
  await page.evaluate(unfold);
  const controls = await page.evaluate(numberControls);
  const reached = new Set<number>();
  const unseen: number[] = [];
  for (let presses = 0; presses < controls; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(focused);
    if (now === null) break;
    reached.add(now.control);
    if (!now.isSeen) unseen.push(now.control);
  }
  return { controls, reached: reached.size, unseen };
}
