exports.onError = (error, req, res, next) => {
  console.error(`${req.method} ${req.originalUrl}: ${error.message}`);
  if (res.headersSent) return next(error);
  res.status(error.status ?? 500).json({ error: error.message, path: req.originalUrl });
};
