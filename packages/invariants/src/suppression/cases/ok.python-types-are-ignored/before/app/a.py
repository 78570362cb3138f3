value = load()
