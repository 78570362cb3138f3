from errors import Forbidden


def handle(request):
    page = pages.get(request.params["id"])
    return remove_page(request.user, page)


def remove_page(user, page):
    if page.owner != user.id:
        raise Forbidden()
    pages.delete(page)
    return "removed"
