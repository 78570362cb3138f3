import type { Pool } from 'pg';

const COLUMNS: Record<string, string> = { price: 'price', name: 'name' };

export class ProductRepository {
  constructor(private readonly pool: Pool) {}

  async list(sort: string) {
    const column = sort in COLUMNS ? COLUMNS[sort] : 'name';
    const { rows } = await this.pool.query(`SELECT * FROM products ORDER BY ${column}`);
    return rows;
  }
}
