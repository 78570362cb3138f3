from celery import shared_task


@shared_task
def touch(user_id):
    return user_id
