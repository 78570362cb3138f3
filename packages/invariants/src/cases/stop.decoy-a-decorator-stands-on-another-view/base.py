from web import admin_required, drop, render


@admin_required
def purge(request):
    return drop()
