from files.scanner import scan_upload


def keep(upload):
    scan_upload(upload)
    return store.put(upload)


def replace(old, upload):
    scan_upload(upload)
    return store.swap(old, upload)
