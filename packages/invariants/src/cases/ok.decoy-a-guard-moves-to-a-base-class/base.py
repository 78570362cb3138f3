from web import View, abort


class Report(View):
    def get(self, request):
        if not request.user.is_staff:
            abort(403)
        return self.render(reports.all())
