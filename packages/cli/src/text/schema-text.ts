import { documentText, nextLines, type Paint, visible } from '@pawl/report';
import type { ShippedSchema } from '../schemas.ts';
import { blocks } from './blocks.ts';
import { briefRows } from './brief.ts';
import { headline } from './headline.ts';

/** Which schemas there are. */
export function schemasText(schemas: readonly ShippedSchema[], paint: Paint, columns: number): string {
  const rows = schemas.map(({ name, about }) => ({ name: visible(name), says: about }));
  return blocks(
    headline({ how: 'plain', says: 'JSON Schemas that ship with Pawl' }, paint, columns),
    briefRows(rows, columns - 2).map((line) => `  ${line}`),
    nextLines('print one: pawl schema config', columns),
  );
}

/** The same for a program. */
export function schemasJson(schemas: readonly ShippedSchema[]): string {
  return documentText('pawl/schema@1', { schemas: schemas.map(({ name, about }) => ({ name, about })) });
}
