from django.urls import path

from pages.views import page

urlpatterns = [path("pages/<slug:name>/", page)]
