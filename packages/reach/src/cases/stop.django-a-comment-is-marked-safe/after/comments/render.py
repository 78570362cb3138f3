from django.utils.safestring import mark_safe


def as_html(text):
    return mark_safe(text)
