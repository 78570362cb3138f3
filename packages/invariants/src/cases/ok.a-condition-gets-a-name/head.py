def open_page(user, page):
    is_admin = user.role == "admin"
    if not is_admin:
        return None
    return page.open()
