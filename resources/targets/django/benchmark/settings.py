# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of the three profiles, which the runner names in PROFILE.

A is what `django-admin startproject` writes, debug mode included. B is what the deployment
checklist asks for, with the middleware that a service without sessions and forms needs. C encodes
replies with orjson as well.
"""

import os
from pathlib import Path

from contract import DATABASE_URL, DB_PATH, POOL_SIZE

PROFILE = os.environ.get("PROFILE", "B")
DEBUG = PROFILE == "A"
# Signs nothing here: there are no sessions, no cookies and no forms.
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "not-a-secret-the-server-listens-on-loopback")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = ["benchmark"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
if PROFILE == "A":
    INSTALLED_APPS += [
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
    ]
    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ]

MIDDLEWARE += ["benchmark.middleware.ContractErrorMiddleware"]

ROOT_URLCONF = "benchmark.urls"
WSGI_APPLICATION = "benchmark.wsgi.application"
APPEND_SLASH = False

# The loader keeps compiled templates unless DEBUG is set.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
            if PROFILE == "A"
            else [],
        },
    },
]


def postgres() -> dict:
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(DATABASE_URL)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {
            **parts,
            "pool": {"min_size": 0, "max_size": POOL_SIZE, "timeout": 30},
            # Prepared statements need parameters that are bound by the server.
            "server_side_binding": True,
            "prepare_threshold": 5,
        },
    }


def sqlite() -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(DB_PATH).resolve(),
        # Each thread keeps its connection; a pool does that for PostgreSQL.
        "CONN_MAX_AGE": 0 if PROFILE == "A" else None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5},
    }


if DATABASE_URL:
    DATABASES = {"default": postgres()}
elif DB_PATH:
    DATABASES = {"default": sqlite()}
else:
    DATABASES = {}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
