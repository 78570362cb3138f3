// We never write eslint-disable here, and nosemgrep neither.
export const a = '// eslint-disable-line';
export const b = `# nosec`;
