const BOUNDLESS = /\b(?:Infinity|MAX_SAFE_INTEGER|MAX_VALUE|maxsize|inf)\b/u;

/** As a ceiling it is none at all, as a floor it is the lowest. */
const NONE = /^(?:None|null|undefined|-1|0)$/u;

/** What a limit comes to. `better` is 1 where more is safer, -1 where less is, 0 where nobody knows. */
export function boundOf(text: string, better: -1 | 0 | 1): number | undefined {
  if (BOUNDLESS.test(text)) return Infinity;
  if (better !== 0 && NONE.test(text)) return better > 0 ? 0 : Infinity;
  return numberOf(text) ?? amountOf(text);
}

/** The value of a number that is written as a product, a sum, a power or a shift. Anything else is none. */
function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '').replaceAll(/[()]/gu, '');
  if (!/^\d[\d.]*(?:(?:\*\*|<<|[*+])\d[\d.]*)*$/u.test(plain)) return undefined;
  const sum = plain.split('+').map((term) => term.split(/(?<!\*)\*(?!\*)/u).map(powerOf));
  return sum.reduce((total, factors) => total + factors.reduce((product, factor) => product * factor, 1), 0);
}

function powerOf(text: string): number {
  const [base, ...rest] = text.split('**');
  if (rest.length > 0) return rest.reduce((value, exponent) => value ** Number(exponent), Number(base));
  const [start, shift] = text.split('<<');
  return shift === undefined ? Number(start) : Number(start) * 2 ** Number(shift);
}

const AMOUNT = /^"(\d+(?:\.\d+)?) ?([a-z]+)"$/iu;

const DAY = 86_400;
/** What a unit comes to, in seconds or bytes: a limit stays with the one or the other. */
const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: DAY,
  w: 7 * DAY,
  y: 365 * DAY,
  b: 1,
  k: 2 ** 10,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
};

/** `"15m"`, `"100kb"`, `"2 days"`. */
function amountOf(text: string): number | undefined {
  const [, number, unit] = AMOUNT.exec(text) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const name = unit.toLowerCase();
  const worth = UNITS[name] ?? UNITS[/^(?:second|minute|hour|day|week|year)s?$/u.test(name) ? name.charAt(0) : ''];
  return worth === undefined ? undefined : Number(number) * worth;
}
