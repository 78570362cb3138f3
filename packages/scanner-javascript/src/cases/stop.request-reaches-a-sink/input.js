import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function routes(app, base) {
  app.get('/', async (req, res) => {
    res.sendFile(req.params.file);
    readFileSync(join(base, req.params.file));
    res.redirect(req.query.next || '/');
    await fetch(`http://${req.query.host}/status`);
    res.send('<h1>' + req.query.title + '</h1>');
  });
}
