def build(source, settings):
    tree = parse(source)
    emit(tree)
    if settings.plugin is None:
        return
    settings.plugin(tree)
