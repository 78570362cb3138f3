import os

from django.http import FileResponse


def report(request):
    return FileResponse(open(os.path.join("reports", request.GET["name"]), "rb"))
