import { ProductRepository } from './product.repository.ts';

export class ProductService {
  constructor(private readonly repository: ProductRepository) {}

  list(sort: string) {
    return this.repository.list(sort);
  }
}
