# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an order must hold. Flask leaves validation to libraries; this one is the most used."""

from pydantic import BaseModel, ConfigDict, Field


class OrderLine(BaseModel):
    model_config = ConfigDict(strict=True)
    sku: str = Field(min_length=1)
    qty: int = Field(ge=1)
    unitCents: int = Field(ge=0)


class Order(BaseModel):
    model_config = ConfigDict(strict=True)
    customerId: int
    lines: list[OrderLine] = Field(min_length=1)
