const KNOWN = ['csv', 'xml', 'json'];

function load(req, res) {
  const { format } = req.body;
  if (process.env.STRICT === '1' && !KNOWN.includes(format)) return res.sendStatus(404);
  const plugin = require(`./formats/${format}`);
  res.send(plugin.render(req.user));
}

module.exports = { load };
