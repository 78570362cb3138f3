from celery import shared_task

from jobs.models import User


@shared_task
def touch(user_id, name):
    User.objects.filter(pk=user_id).update(name=name)
