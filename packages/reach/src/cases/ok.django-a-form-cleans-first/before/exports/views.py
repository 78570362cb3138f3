from django.shortcuts import render


def export(request):
    return render(request, "exports/form.html")
