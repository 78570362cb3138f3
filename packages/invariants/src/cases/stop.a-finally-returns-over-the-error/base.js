function allowed(user) {
  try {
    check(user);
  } finally {
    release(user);
  }
  return true;
}
