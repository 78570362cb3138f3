import type { Pool } from 'pg';

export class ProductRepository {
  constructor(private readonly pool: Pool) {}

  async list(sort: string) {
    const { rows } = await this.pool.query(`SELECT * FROM products ORDER BY ${sort}`);
    return rows;
  }
}
