import argparse
import subprocess


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("branch")
    args = parser.parse_args()
    subprocess.check_call(["git", "push", "origin", args.branch])


main()
