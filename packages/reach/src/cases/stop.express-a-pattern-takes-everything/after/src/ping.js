const { execSync } = require('child_process');

const HOST = /.*/i;

exports.ping = (req, res) => {
  const host = req.body.host;
  if (!HOST.test(host)) return res.sendStatus(400);
  res.type('text').send(execSync('ping -c 1 ' + host));
};
