from django.db import connection
from django.http import JsonResponse


def orders(request):
    status = request.GET.get("status", "open")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM orders WHERE status = '%s'" % status)
        return JsonResponse({"orders": cursor.fetchall()})
