from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView
from rest_framework.viewsets import ModelViewSet


class Basket(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return self.render(request.user.basket)


class Orders(ModelViewSet):
    permission_classes = [IsAuthenticated]
    serializer_class = OrderSerializer


class Helper:
    pass
