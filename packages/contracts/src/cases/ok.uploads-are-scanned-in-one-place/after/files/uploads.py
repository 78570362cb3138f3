from files import scanner


def accepted(upload):
    scanner.scan_upload(upload)
    return upload


def keep(upload):
    return store.put(accepted(upload))


def replace(old, upload):
    return store.swap(old, accepted(upload))
