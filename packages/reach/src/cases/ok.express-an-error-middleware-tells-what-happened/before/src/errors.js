exports.onError = (error, req, res, next) => res.status(500).end();
