import type { Request, Response } from 'express';
import { ProductService } from './product.service.ts';

export class ProductController {
  constructor(private readonly products: ProductService) {}

  list = async (req: Request, res: Response) => {
    res.json(await this.products.list(String(req.query.sort)));
  };
}
