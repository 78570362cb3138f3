def run(command):
    os.system(command)  # nosec B605
