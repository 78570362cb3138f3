function start(config) {
  config.key || fail('no key');
  listen(config);
}
