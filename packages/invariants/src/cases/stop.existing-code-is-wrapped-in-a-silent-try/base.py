def run(job):
    check_permission(job)
    job.start()
