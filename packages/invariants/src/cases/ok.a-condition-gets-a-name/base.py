def open_page(user, page):
    if user.role != "admin":
        return None
    return page.open()
