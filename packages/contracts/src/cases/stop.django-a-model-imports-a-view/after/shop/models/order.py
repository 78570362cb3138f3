from django.db import models

from .customer import Customer
from ..views.orders import order_url


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
