def fetch_document(session, name):
    path = os.path.join(ROOT, name)
    if not path.startswith(ROOT):
        raise ValueError("outside")
    with open(path) as file:
        data = file.read()
    session.count += 1
    return data
