/** How to colour: the driver passes real colours where there is a terminal, and {@link PLAIN} where there is none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours: for files, pipes and CI. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same };
