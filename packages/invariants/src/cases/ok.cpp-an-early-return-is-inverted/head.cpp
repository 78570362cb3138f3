void Dispatcher::handle(const Message &message) {
  if (message.size() <= limits_.message) {
    queue_.push(decode(message));
    metrics_.count(message.kind());
  }
}

void Dispatcher::drain() {
  while (auto message = queue_.pop()) {
    if (message->expired(clock_.now())) {
      continue;
    }
    handlers_.at(message->kind())(*message);
  }
}
