from django.http import JsonResponse
from rest_framework.decorators import api_view

from comments.render import as_html


@api_view(["POST"])
def preview(request):
    return JsonResponse({"html": as_html(request.data["text"])})
