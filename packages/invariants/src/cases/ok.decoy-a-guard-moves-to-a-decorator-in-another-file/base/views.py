from web import abort


def report(request):
    if not request.user.is_staff:
        abort(403)
    return render(reports.all())
