import subprocess

from celery import shared_task


@shared_task
def transcode(source):
    subprocess.run(["ffmpeg", "-i", source, "out.mp4"], check=True)
