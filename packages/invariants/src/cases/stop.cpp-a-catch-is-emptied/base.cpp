void Updater::install(const Package &package) {
  try {
    verify_signature(package, keys_);
  } catch (const SignatureError &error) {
    LOG(ERROR) << "refused " << package.name() << ": " << error.what();
    throw;
  }
  unpack(package, target_);
}

void Updater::check() {
  for (const Package &package : feed_.packages()) {
    if (package.version() > installed_.version(package.name())) {
      install(package);
    }
  }
}
