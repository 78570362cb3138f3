import os

from django.http import FileResponse
from django.views import View


class ReportView(View):
    def get(self, request):
        return FileResponse(open(os.path.join("reports", request.GET["name"]), "rb"))
