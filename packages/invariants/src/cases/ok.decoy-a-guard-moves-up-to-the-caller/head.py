from errors import Forbidden


def handle(request):
    user = request.user
    page = pages.get(request.params["id"])
    if page.owner != user.id:
        raise Forbidden()
    return remove_page(user, page)


def remove_page(user, page):
    pages.delete(page)
    return "removed"
