import contextlib

def run(job):
    check(job)
    job.start()
