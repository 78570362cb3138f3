from django import forms


class ExportForm(forms.Form):
    name = forms.SlugField()
