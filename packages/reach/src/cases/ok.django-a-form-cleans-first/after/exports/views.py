from django.http import FileResponse
from django.shortcuts import render

from exports.forms import ExportForm


def export(request):
    form = ExportForm(request.GET)
    if not form.is_valid():
        return render(request, "exports/form.html", {"form": form})
    return FileResponse(open(f"exports/{form.cleaned_data['name']}.csv", "rb"))
