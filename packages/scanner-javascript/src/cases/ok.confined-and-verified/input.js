import { createHash } from 'node:crypto';

export function routes(app, root) {
  app.get('/:file', (req, res) => {
    res.sendFile(req.params.file, { root });
    res.send(req.body);
    res.end(req.headers.etag ?? '');
  });
}
export const digest = (text) => createHash('sha256').update(text).digest('hex');
export const options = { rejectUnauthorized: true, secure: false, minVersion: 'TLSv1.2' };
