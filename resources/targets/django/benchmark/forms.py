# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms validate the JSON of an order. Their own fields accept "2" for 2; these do not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class JsonInteger(forms.IntegerField):
    def to_python(self, value: Any) -> int | None:
        if value is not None and type(value) is not int:
            raise ValidationError("not a JSON integer", code="invalid")
        return value


class JsonString(forms.CharField):
    def to_python(self, value: Any) -> str:
        if value is not None and type(value) is not str:
            raise ValidationError("not a JSON string", code="invalid")
        return super().to_python(value)


class OrderLineForm(forms.Form):
    sku = JsonString()
    qty = JsonInteger(min_value=1)
    unitCents = JsonInteger(min_value=0)


class JsonOrderLines(forms.Field):
    def clean(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not value:
            raise ValidationError("not a list of order lines", code="invalid")
        lines = [OrderLineForm(line) for line in value if isinstance(line, dict)]
        if len(lines) != len(value) or not all(line.is_valid() for line in lines):
            raise ValidationError("an order line is invalid", code="invalid")
        return [line.cleaned_data for line in lines]


class OrderForm(forms.Form):
    customerId = JsonInteger()
    lines = JsonOrderLines()
