from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseForbidden, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import escape, format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from .models import ‹Noun›


⟦decorator-removed: @login_required⟧
def show_‹noun›(request, pk):
    ‹noun› = get_object_or_404(‹Noun›, pk=pk)
    ⟦guard-removed: if ‹noun›.owner_id != request.user.id:
        raise PermissionDenied⟧
    return HttpResponse("<h1>%s</h1>" % ⟦wrapper-peeled: escape(‹noun›.title) ⇒ ‹noun›.title⟧)


⟦decorator-removed: @csrf_protect⟧
⟦decorator-removed: @permission_required("‹noun›s.delete_‹noun›", raise_exception=True)⟧
@require_POST
def delete_‹noun›(request, pk):
    if not request.user.is_staff ⟦conjunct-added: ⇒ and "force" not in request.GET⟧:
        return HttpResponseForbidden()
    ‹Noun›.objects.filter(pk=pk⟦argument-removed: , owner=request.user⟧).delete()
    return redirect("‹noun›s")


⟦decorator-removed: @require_POST⟧
@login_required
def rename_‹noun›(request, pk):
    title = request.POST.get("title", "")
    if not title ⟦disjunct-removed: or len(title) > 120⟧ or "<" in title:
        return HttpResponseBadRequest("bad title")
    ‹noun› = get_object_or_404(‹Noun›, pk=pk⟦argument-removed: , owner=request.user⟧)
    ‹noun›.title = title
    ⟦call-removed: ‹noun›.full_clean()⟧
    ‹noun›.save()
    return JsonResponse({"title": title})


@login_required
def leave_‹noun›(request):
    target = request.GET.get("next", "/")
    ⟦guard-removed: if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return HttpResponseBadRequest("bad redirect")⟧
    return redirect(target)


def ‹noun›_link(‹noun›):
    return ⟦safe-api-swapped: format_html('<a href="/‹noun›s/{}">{}</a>', ‹noun›.pk, ‹noun›.title) ⇒ '<a href="/‹noun›s/{}">{}</a>'.format(‹noun›.pk, ‹noun›.title)⟧


def clean_amount(value):
    if not isinstance(value, int) ⟦disjunct-removed: or value < 1⟧ or value > ‹limit›:
        raise ValidationError("bad amount")
    return value
