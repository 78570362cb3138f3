from functools import wraps

from web import abort, listing, detail


def needs_user(view):
    @wraps(view)
    def inner(request):
        if not request.user:
            abort(401)
        return view(request)

    return inner


@needs_user
def index(request):
    return listing()


@needs_user
def show(request):
    return detail()
