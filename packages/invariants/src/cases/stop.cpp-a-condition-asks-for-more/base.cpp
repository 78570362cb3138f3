bool Gate::allows(const User &user, const Door &door) const {
  if (user.blocked() || !door.groups().contains(user.group())) {
    return false;
  }
  if (door.locked() and not user.has_key(door)) {
    return false;
  }
  return clock_.within(door.hours());
}

void Gate::open(const User &user, Door &door) {
  if (!allows(user, door)) {
    throw Denied(user.name());
  }
  door.open();
}
