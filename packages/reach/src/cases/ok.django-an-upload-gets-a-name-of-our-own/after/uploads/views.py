import uuid

from django.http import HttpResponse


def upload(request):
    with open(f"uploads/{uuid.uuid4()}", "wb") as handle:
        for chunk in request.FILES["file"].chunks():
            handle.write(chunk)
    return HttpResponse(status=204)
