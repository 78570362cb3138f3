from functools import wraps

from web import abort

STAFF = "staff"


def staff_only(view):
    @wraps(view)
    def inner(request):
        if not request.user.is_staff:
            abort(403)
        return view(request)

    return inner
