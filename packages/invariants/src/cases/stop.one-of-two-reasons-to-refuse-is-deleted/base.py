class Store:
    def open(self, name):
        if name.startswith("/") or ".." in name:
            raise ValueError(name)
        return open(self.root + name)
