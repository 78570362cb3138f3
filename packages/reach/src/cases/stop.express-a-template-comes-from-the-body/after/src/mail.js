import ejs from 'ejs';

const TEMPLATE = '<p>Dear <%= name %></p>';

export function preview(req, res) {
  res.send(ejs.render(req.body.template ?? TEMPLATE, { name: req.body.name }));
}
