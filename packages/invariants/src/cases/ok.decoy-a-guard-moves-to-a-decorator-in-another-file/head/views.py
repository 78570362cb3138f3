from access import staff_only


@staff_only
def report(request):
    return render(reports.all())
