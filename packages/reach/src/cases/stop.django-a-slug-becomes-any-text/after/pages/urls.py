from django.urls import re_path

from pages.views import page

urlpatterns = [re_path(r"^pages/(?P<name>.+)/$", page)]
