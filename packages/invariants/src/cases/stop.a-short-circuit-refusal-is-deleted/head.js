function start(config) {
  listen(config);
}
