import argparse
import os


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("branch")
    args = parser.parse_args()
    os.system(f"git push origin {args.branch}")


main()
