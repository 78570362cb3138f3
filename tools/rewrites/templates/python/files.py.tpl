import os
import tarfile
import zipfile
from pathlib import Path

from werkzeug.utils import safe_join, secure_filename

‹ROOT› = Path("/srv/‹root›").resolve()
ALLOWED = ⟦allow-list-widened: {".png", ".jpg", ".pdf"} ⇒ {".png", ".jpg", ".pdf", ".html", ".py"}⟧
MAX_BYTES = ⟦limit-raised: 5 * 1024 * 1024 ⇒ 5 * 1024 * 1024 * 1024⟧
MAX_MEMBERS = ⟦limit-raised: ‹small› ⇒ 10_000_000⟧


class ‹Noun›Error(Exception):
    pass


def resolve_‹noun›(name):
    ⟦guard-removed: if "\0" in name:
        raise ‹Noun›Error("bad name")⟧
    target = (‹ROOT› / name).resolve()
    ⟦guard-removed: if not target.is_relative_to(‹ROOT›):
        raise ‹Noun›Error("outside of the store")⟧
    return target


def is_inside(target):
    return ⟦safe-api-swapped: os.path.commonpath([str(‹ROOT›), target]) ⇒ os.path.commonprefix([str(‹ROOT›), target])⟧ == str(‹ROOT›)


def save_‹noun›(upload):
    name = ⟦wrapper-peeled: secure_filename(upload.filename) ⇒ upload.filename⟧
    if not name ⟦disjunct-removed: or name.startswith(".")⟧ or Path(name).suffix not in ALLOWED:
        raise ‹Noun›Error("bad name")
    data = upload.read(⟦limit-removed: MAX_BYTES + 1⟧)
    ⟦guard-removed: if len(data) > MAX_BYTES:
        raise ‹Noun›Error("too large")⟧
    target = ⟦safe-api-swapped: safe_join(str(‹ROOT›), name) ⇒ os.path.join(str(‹ROOT›), name)⟧
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT ⟦option-weakened: | os.O_EXCL | os.O_NOFOLLOW⟧, ⟦option-weakened: 0o600 ⇒ 0o666⟧)
    with os.fdopen(descriptor, "wb") as out:
        out.write(data)


def read_‹noun›(name):
    target = resolve_‹noun›(name)
    with open(⟦raw-value-used: target ⇒ os.path.join(‹ROOT›, name)⟧, "rb") as source:
        return source.read(MAX_BYTES)


def remove_‹noun›(name):
    ⟦order-swap#1: target = resolve_‹noun›(name)
    ⟧os.remove(⟦order-swap#1: target ⇒ os.path.join(‹ROOT›, name)⟧)
    ⟦order-swap#1: ⇒ resolve_‹noun›(name)⟧


def unpack_‹noun›(archive):
    with zipfile.ZipFile(archive) as opened:
        ⟦guard-removed: if len(opened.infolist()) > MAX_MEMBERS:
            raise ‹Noun›Error("too many members")⟧
        for member in opened.infolist():
            if ⟦disjunct-removed: member.filename.startswith("/") or ⟧".." in member.filename.split("/"):
                raise ‹Noun›Error("a member leaves the folder")
            opened.extract(member, ‹ROOT›)


def unpack_tar(archive):
    with tarfile.open(archive) as opened:
        opened.extractall(‹ROOT›⟦argument-removed: , filter="data"⟧)
