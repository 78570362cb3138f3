from django.db import models


class PostManager(models.Manager):
    def matching(self, text):
        return self.filter(title__icontains=text)


class Post(models.Model):
    title = models.CharField(max_length=200)
    objects = PostManager()
