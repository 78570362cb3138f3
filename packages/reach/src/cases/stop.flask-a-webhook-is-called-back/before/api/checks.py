import ipaddress
import socket
from urllib.parse import urlparse


def ensure_public_url(url):
    host = urlparse(url).hostname
    if ipaddress.ip_address(socket.gethostbyname(host)).is_private:
        raise ValueError("private address")
