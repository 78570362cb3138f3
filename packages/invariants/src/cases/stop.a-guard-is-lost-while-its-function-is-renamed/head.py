def load_document(session, name):
    path = os.path.join(ROOT, name)
    with open(path) as file:
        data = file.read()
    session.count += 1
    return data
