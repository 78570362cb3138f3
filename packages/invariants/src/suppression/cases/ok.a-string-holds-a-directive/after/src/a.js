export const a = 1;
export const help = 'put // eslint-disable-line or # nosec behind the line';
export const sql = `/* nosemgrep */ SELECT 1`;
