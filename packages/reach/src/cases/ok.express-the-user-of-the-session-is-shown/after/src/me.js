const fs = require('fs');

exports.me = (req, res) => {
  const avatar = fs.readFileSync(`avatars/${req.user.id}.png`);
  res.type('png').send(avatar);
};
