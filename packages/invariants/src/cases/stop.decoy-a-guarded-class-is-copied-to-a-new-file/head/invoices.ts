import { Forbidden } from './errors';
import type { Invoices, User } from './types';

export class InvoiceService {
  constructor(private readonly invoices: Invoices) {}

  async remove(user: User, id: string): Promise<void> {
    const invoice = await this.invoices.find(id);
    await this.invoices.delete(invoice.id);
  }

  async list(user: User): Promise<readonly string[]> {
    return this.invoices.idsOf(user.id);
  }
}
