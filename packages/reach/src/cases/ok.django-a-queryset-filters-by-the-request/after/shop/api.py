from rest_framework import viewsets

from shop.models import Product


class ProductViewSet(viewsets.ModelViewSet):
    queryset = Product.objects.all()

    def get_queryset(self):
        products = Product.objects.filter(shop=self.request.user.shop)
        name = self.request.query_params.get("name")
        return products.filter(name__icontains=name) if name else products
