type Pair[T] = tuple[T, T]


def name(value: object) -> str:
    match value:
        case {"name": str(found)}:
            return t"{found}".strings[0]
        case _:
            return f"{value!r:>{"10"}}"
