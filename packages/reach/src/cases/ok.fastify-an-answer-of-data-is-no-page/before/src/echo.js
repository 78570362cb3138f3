module.exports = async (app) => {
  app.post('/echo', async () => ({}));
};
