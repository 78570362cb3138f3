from files.scanner import scan_upload


def keep(upload):
    return store.put(upload)


def replace(old, upload):
    return store.swap(old, upload)
