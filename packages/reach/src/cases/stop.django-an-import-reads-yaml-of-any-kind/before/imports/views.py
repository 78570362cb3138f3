import yaml
from rest_framework import viewsets
from rest_framework.response import Response


class ImportViewSet(viewsets.ViewSet):
    def create(self, request):
        data = yaml.safe_load(request.data["document"])
        return Response({"keys": len(data)})
