from web import admin_required, drop, render


def purge(request):
    return drop()


@admin_required
def show(request):
    return render()
