def build(source):
    tree = parse(source)
    emit(tree)
