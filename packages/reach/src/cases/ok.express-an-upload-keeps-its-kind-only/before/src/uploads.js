exports.store = (req, res) => res.sendStatus(501);
