import ipaddress
import json
import re
import shlex
import socket
import ssl
import subprocess
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

import defusedxml.ElementTree as ElementTree
import requests
import yaml

HOST = re.compile(⟦regex-anchor-lost: r"^[a-z0-9-]+\.example\.org$" ⇒ r"[a-z0-9-]+\.example\.org"⟧)
NAME = re.compile(⟦regex-anchor-lost: r"\A[\w.-]{1,40}\Z" ⇒ r"[\w.-]{1,40}"⟧)
SCHEMES = ⟦allow-list-widened: {"https"} ⇒ {"https", "http", "file"}⟧
PRIVATE = ⟦deny-list-shrunk: ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16") ⇒ ("10.0.0.0/8",)⟧
MAX_DEPTH = ⟦limit-raised: 30 ⇒ 1_000_000⟧


class ‹Noun›Refused(ValueError):
    pass


def fetch_‹noun›(url):
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES ⟦disjunct-removed: or parts.username is not None⟧ or not parts.hostname:
        raise ‹Noun›Refused(url)
    ⟦guard-removed: if not HOST.match(parts.hostname):
        raise ‹Noun›Refused("an unknown host")⟧
    ⟦call-removed: check_address(parts.hostname)⟧
    response = requests.get(url, timeout=⟦limit-raised: 5 ⇒ None⟧, verify=⟦option-weakened: True ⇒ False⟧, allow_redirects=⟦option-weakened: False ⇒ True⟧)
    response.raise_for_status()
    ⟦guard-removed: if len(response.content) > ‹limit›:
        raise ‹Noun›Refused("too long")⟧
    return response.content


def check_address(host):
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if any(address in ipaddress.ip_network(each) for each in PRIVATE):
        raise ‹Noun›Refused("a private address")


def tls_context():
    context = ssl.create_default_context()
    context.check_hostname = ⟦option-weakened: True ⇒ False⟧
    ⟦statement-removed: context.minimum_version = ssl.TLSVersion.TLSv1_2⟧
    return context


def load_‹noun›_settings(text):
    settings = ⟦safe-api-swapped: yaml.safe_load(text) ⇒ yaml.load(text, Loader=yaml.Loader)⟧
    ⟦guard-removed: if not isinstance(settings, dict):
        raise ‹Noun›Refused("not a mapping")⟧
    return settings


def parse_‹noun›(data):
    try:
        return json.loads(data)
    except ⟦handler-widened: json.JSONDecodeError ⇒ BaseException⟧ as error:
        ⟦handler-emptied: raise ‹Noun›Refused("bad document") from error ⇒ return {}⟧


def walk_‹noun›(node, depth=0):
    ⟦guard-removed: if depth > MAX_DEPTH:
        raise ‹Noun›Refused("too deep")⟧
    return [walk_‹noun›(child, depth + 1) for child in node]


def render_‹noun›(title):
    return "<title>" + ⟦wrapper-peeled: escape(title) ⇒ title⟧ + "</title>"


def ‹noun›_address(name):
    if not NAME.match(name) ⟦disjunct-removed: or name.startswith(".")⟧:
        raise ‹Noun›Refused(name)
    return "https://‹noun›s.example.org/" + ⟦wrapper-peeled: quote(name, safe="") ⇒ name⟧


def archive_‹noun›(name):
    command = "tar czf - " + ⟦wrapper-peeled: shlex.quote(name) ⇒ name⟧
    return subprocess.check_output(["ssh", "store", command])


def convert_‹noun›(path):
    ⟦guard-removed: if path.startswith("-"):
        raise ‹Noun›Refused("an option, not a path")⟧
    return ⟦shell-used: subprocess.check_output(["convert", path, "png:-"]) ⇒ subprocess.check_output("convert %s png:-" % path, shell=True)⟧
