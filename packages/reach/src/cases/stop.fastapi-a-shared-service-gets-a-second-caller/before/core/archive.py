import subprocess


class Archive:
    def pack(self, name):
        subprocess.run(f"tar czf {name}.tgz data", shell=True, check=True)

    def unpack(self, name):
        subprocess.run(f"tar xzf {name}.tgz", shell=True, check=True)
