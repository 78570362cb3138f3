from web import View, abort


class StaffView(View):
    def dispatch(self, request):
        if not request.user.is_staff:
            abort(403)
        return super().dispatch(request)


class Report(StaffView):
    def get(self, request):
        return self.render(reports.all())
