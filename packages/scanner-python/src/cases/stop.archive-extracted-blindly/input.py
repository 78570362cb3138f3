import os
import tarfile
import tempfile


def unpack(upload, folder: str) -> str:
    with tarfile.open(fileobj=upload) as archive:
        archive.extractall(folder)
    os.chmod(folder, 0o777)
    return tempfile.mktemp()
