value = load()  # type: ignore[no-untyped-call]
other = load()  # pyright: ignore
