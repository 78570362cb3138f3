import { describe, expect, it } from 'vitest';
import type { FlowError } from './flow-chart.ts';
import { parseFlow } from './parse-flow.ts';

describe('when a flow chart is read', () => {
  it('a chain leads from each place to the next', () => {
    const { nodes, edges } = parseFlow('flowchart LR\n  a["one<br/>two"] --> b[("store")] -- yes, now --> c{"sure?"}');
    expect(nodes).toEqual([
      { id: 'a', lines: ['one', 'two'], shape: 'box', group: undefined },
      { id: 'b', lines: ['store'], shape: 'store', group: undefined },
      { id: 'c', lines: ['sure?'], shape: 'question', group: undefined },
    ]);
    expect(edges).toEqual([
      { from: 'a', to: 'b', label: '', dotted: false },
      { from: 'b', to: 'c', label: 'yes, now', dotted: false },
    ]);
  });

  it('several at one place all lead on', () => {
    const { edges } = parseFlow('flowchart LR\n  a & b -. a stop .-> c & d');
    expect(edges.map(({ from, to, label, dotted }) => `${from}${to} ${label} ${dotted}`)).toEqual([
      'ac a stop true',
      'ad a stop true',
      'bc a stop true',
      'bd a stop true',
    ]);
  });

  it('labels without quotes are read as Mermaid reads them', () => {
    const { nodes, edges } = parseFlow('flowchart LR\n  a[one: two] -->|yes, now| b[(kept)] -.->|no| c{which?}');
    expect(nodes.map(({ lines, shape }) => [...lines, shape])).toEqual([
      ['one: two', 'box'],
      ['kept', 'store'],
      ['which?', 'question'],
    ]);
    expect(edges.map(({ label, dotted }) => [label, dotted])).toEqual([
      ['yes, now', false],
      ['no', true],
    ]);
  });

  it('a group holds what is written in it', () => {
    const { nodes, groups } = parseFlow('flowchart LR\n  o --> i\n  subgraph "in here"\n    i["inner"] --> j\n  end');
    expect(groups).toEqual(['in here']);
    expect(nodes.map(({ id, group }) => [id, group])).toEqual([
      ['o', undefined],
      ['i', 'in here'],
      ['j', 'in here'],
    ]);
  });

  it.each([
    'sequenceDiagram\n  a->>b: hello',
    'flowchart TD\n  a --> b',
    'flowchart LR\n  a ==> b',
    'flowchart LR\n  a --> ',
    'flowchart LR\n  a((round)) --> b',
    'flowchart LR\n  a[half --> b',
    'flowchart LR\n  style a fill:#f00',
  ])('what it does not understand is an error and no half picture: %j', (text) => {
    expect(() => parseFlow(text)).toThrow(expect.objectContaining({ code: 'flow-not-understood' }) as FlowError);
  });
});
