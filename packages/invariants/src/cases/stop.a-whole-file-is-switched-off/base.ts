export const a: number = read();
