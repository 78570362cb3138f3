import { visible } from '@pawl/report';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly file?: string;
  readonly line?: number;
  readonly text: string;
}

/**
 * A line that the runner takes for an order. Whatever comes from the judged code is data in it: GitHub's own escapes, after everything that
 * no eye sees was made visible (O08). https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowCommand({ level, title, file, line, text }: Annotation): string {
  const properties = Object.entries({ file, line: line === undefined ? undefined : String(line), title });
  const given = properties.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(value)}`]));
  return `::${level} ${given.join(',')}::${data(text)}\n`;
}

function data(text: string): string {
  return text.split('\n').map(visible).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
