import { total } from '../domain/prices';

export const show = (lines) => `${total(lines)} EUR`;
