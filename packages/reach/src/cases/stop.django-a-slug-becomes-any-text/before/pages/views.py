from django.http import JsonResponse


def page(request, name):
    with open("pages/" + name) as handle:
        return JsonResponse({"text": handle.read()})
