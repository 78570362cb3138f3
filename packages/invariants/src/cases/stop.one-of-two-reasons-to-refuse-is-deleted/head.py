class Store:
    def open(self, name):
        if name.startswith("/"):
            raise ValueError(name)
        return open(self.root + name)
