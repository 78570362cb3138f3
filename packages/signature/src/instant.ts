import type { Refuse } from './signature-error.ts';

const SPELLING = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?Z$/u;

/**
 * `YYYYMMDDZ`, `YYYYMMDDHHMMZ` or `YYYYMMDDHHMMSSZ`, as in allowed_signers. Without the Z it would be another instant on a
 * machine in another time zone, so it is refused.
 */
export function parseInstant(text: string, refuse: Refuse): Date {
  const [year, month, day, hour = '00', minute = '00', second = '00'] = (SPELLING.exec(text) ?? []).slice(1);
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = new Date(iso);
  // The thirtieth of February is read as the first or second of March by one, and refused by another.
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== iso) {
    throw refuse(`${JSON.stringify(text)} is not an instant in UTC, such as 20270131Z or 20270131235959Z`);
  }
  return instant;
}

export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:T]/gu, '')}Z`;
}
