// @ts-nocheck
export const a: number = read();
