from rest_framework import viewsets

from shop.models import Product


class ProductViewSet(viewsets.ModelViewSet):
    queryset = Product.objects.all()
