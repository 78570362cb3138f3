import { db } from './db';

export function find(order: string) {
  return db.query('select * from orders', [order]);
}
