def run(command):
    os.system(command)  #NoSec
