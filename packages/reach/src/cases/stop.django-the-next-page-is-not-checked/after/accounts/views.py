from django.http import HttpResponseRedirect
from django.views import View


class LoginView(View):
    def post(self, request):
        target = request.POST.get("next", "/")
        return HttpResponseRedirect(target)
