import { expect, it } from 'vitest';
import { drawFlow } from './draw-flow.ts';
import { parseFlow } from './parse-flow.ts';

const DRAWN = drawFlow(parseFlow('flowchart LR\n  a["<b> & c"] -- when it is ready --> d[("store")]'), 'flow-1');

it('when a flow chart is drawn › the same stands below it in words', () => {
  expect(DRAWN).toContain('<li>&lt;b&gt; &amp; c → store (when it is ready)</li>');
});

it('when a flow chart is drawn › nothing of its text is HTML', () => {
  expect(DRAWN).not.toContain('<b>');
});

it('when two flow charts stand on one page › each has heads of arrows of its own', () => {
  expect(DRAWN).toContain('id="flow-1-head"');
  expect(DRAWN).toContain('url(#flow-1-head)');
});
