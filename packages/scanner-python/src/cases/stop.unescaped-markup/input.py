import jinja2
from django.utils.safestring import mark_safe


def heading(title: str) -> str:
    return mark_safe("<h1>" + title)


environment = jinja2.Environment(loader=None)
