import importlib

ALLOWED = frozenset({"csv_export", "pdf_export"})


def load_plugin(name):
    if name not in ALLOWED:
        raise LookupError(name)
    return importlib.import_module("plugins." + name)
