import { find } from './repository';
import { schema } from './schema';

export async function list(req: Request, res: Response) {
  const filter = req.body;
  res.json(await find(filter.order));
}
