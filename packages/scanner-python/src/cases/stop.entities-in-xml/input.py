import xml.etree.ElementTree as ElementTree


def parse(text: str):
    return ElementTree.fromstring(text)
