from django.shortcuts import render

from blog.models import Post


def search(request):
    posts = Post.objects.matching(request.GET["q"])
    return render(request, "blog/search.html", {"posts": posts})
