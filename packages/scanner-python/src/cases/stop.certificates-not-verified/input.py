import requests
import ssl


def fetch(url: str) -> bytes:
    page = requests.get(url, timeout=5, verify=False)
    context = ssl._create_unverified_context()
    return page.content


def connect(client) -> None:
    from paramiko import client as paramiko; client = paramiko.SSHClient(); client.set_missing_host_key_policy(paramiko.AutoAddPolicy)
