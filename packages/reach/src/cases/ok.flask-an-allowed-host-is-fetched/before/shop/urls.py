from urllib.parse import urlparse

HOSTS = {"images.example.com"}


def is_allowed(url):
    return urlparse(url).hostname in HOSTS
