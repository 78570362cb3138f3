// Do not write nosemgrep comments here: we gave them up, and NOSONAR with them.
export const a = 1;
