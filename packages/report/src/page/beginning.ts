import { markup, type Markup } from './markup.ts';

/** The way to a first report. */
export const BEGINNING: Markup = markup`<section aria-labelledby="begin-title"><h2 id="begin-title">How to begin</h2>
<ol class="begin"><li>Set it up, once: <code>pawl init</code></li><li>Pin what is there as the baseline: <code>pawl lock</code></li><li>Let the agent work. Each commit is judged, and each judgement is a checkpoint on this page.</li></ol></section>
`;
