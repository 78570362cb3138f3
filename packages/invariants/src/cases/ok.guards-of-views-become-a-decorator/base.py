from web import abort, listing, detail


def index(request):
    if not request.user:
        abort(401)
    return listing()


def show(request):
    if not request.user:
        abort(401)
    return detail()
