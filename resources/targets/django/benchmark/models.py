# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that the runner creates and seeds; Django only uses them."""

from django.db import models


class World(models.Model):
    id = models.IntegerField(primary_key=True)
    random_number = models.IntegerField()

    class Meta:
        managed = False
        db_table = "world"


class Article(models.Model):
    id = models.IntegerField(primary_key=True)
    title = models.TextField()

    class Meta:
        managed = False
        db_table = "article"
