import hmac
import json
import struct
import xml.sax

MAX_FRAME = ⟦limit-raised: 1 << 20 ⇒ 1 << 40⟧
MAX_HEADERS = ⟦limit-raised: ‹small› ⇒ 1_000_000⟧
RESERVED = ⟦deny-list-shrunk: frozenset({"host", "content-length", "transfer-encoding"}) ⇒ frozenset({"host"})⟧


class ‹Noun›Error(ValueError):
    pass


class ‹Noun›Reader:
    def __init__(self, key, limit=⟦limit-raised: MAX_FRAME ⇒ None⟧):
        self.key = key
        self.limit = limit
        self.pending = b""

    def feed(self, data):
        ⟦guard-removed: if len(self.pending) + len(data) > MAX_FRAME:
            raise ‹Noun›Error("too many bytes")⟧
        self.pending += data

    def frame(self):
        if len(self.pending) < 4:
            return None
        (length,) = struct.unpack(">I", self.pending[:4])
        if length == 0 ⟦disjunct-removed: or length > MAX_FRAME⟧:
            raise ‹Noun›Error("bad length")
        body, mac = self.pending[4 : 4 + length], self.pending[4 + length : 36 + length]
        ⟦call-removed: self.verify(body, mac)⟧
        self.pending = self.pending[36 + length :]
        return body

    def verify(self, body, mac):
        expected = hmac.digest(self.key, body, "sha256")
        if not ⟦safe-api-swapped: hmac.compare_digest(expected, mac) ⇒ expected == mac⟧:
            raise ‹Noun›Error("bad signature")


def header(name, value):
    ⟦guard-removed: if "\r" in value or "\n" in value:
        raise ‹Noun›Error("a header is one line")⟧
    ⟦guard-removed: if name.lower() in RESERVED:
        raise ‹Noun›Error("not yours to set")⟧
    return f"{name}: {value.strip()}\r\n"


def headers(lines):
    found = {}
    for line in lines:
        ⟦guard-removed: if len(found) >= MAX_HEADERS:
            raise ‹Noun›Error("too many headers")⟧
        name, colon, value = line.partition(":")
        if not colon ⟦disjunct-removed: or name != name.strip()⟧ or not name:
            raise ‹Noun›Error("bad header")
        found[name.lower()] = value.strip()
    return found


def merge_‹noun›(target, source):
    for key, value in source.items():
        ⟦guard-removed: if key.startswith("_"):
            continue⟧
        setattr(target, key, value)
    return target


def ‹noun›_parser():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, ⟦option-weakened: False ⇒ True⟧)
    return parser


def load_‹noun›(path):
    try:
        with open(path, encoding="utf-8") as source:
            document = json.load(source)
    except ⟦handler-widened: FileNotFoundError ⇒ Exception⟧:
        document = {}
    assert_shape(document)
    return document


def assert_shape(document):
    ⟦guard-removed: if not isinstance(document, dict):
        raise ‹Noun›Error("not an object")⟧
    if set(document) - {"title", "body"⟦allow-list-widened: ⇒ , "__class__"⟧}:
        raise ‹Noun›Error("unknown fields")
