# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from django.urls import path

from benchmark import views

urlpatterns = [
    path("healthz", views.healthz),
    path("json", views.hello),
    path("items", views.items),
    path("orders", views.orders),
    path("db", views.world),
    path("queries", views.queries),
    path("updates", views.updates),
    path("sleep", views.sleep),
    path("upstream", views.upstream),
    path("cpu", views.cpu),
    path("hash", views.hash_chain),
    path("secure", views.secure),
    path("page", views.page),
    path("events", views.events),
]
