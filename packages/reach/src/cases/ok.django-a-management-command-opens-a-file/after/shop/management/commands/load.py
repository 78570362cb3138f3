import csv

from django.core.management.base import BaseCommand

from shop.models import Product


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("path")

    def handle(self, *args, **options):
        with open(options["path"]) as handle:
            for row in csv.DictReader(handle):
                Product.objects.create(name=row["name"])
