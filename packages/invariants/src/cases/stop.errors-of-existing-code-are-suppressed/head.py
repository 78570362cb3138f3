import contextlib

def run(job):
    with contextlib.suppress(Exception):
        check(job)
    job.start()
