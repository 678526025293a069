# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What requests must hold and replies do hold."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from contract import MAX_DELAY_MS, MAX_EVENTS, MAX_FIBONACCI, MAX_HASH_ROUNDS

DelayMs = Annotated[int, Query(ge=0, le=MAX_DELAY_MS)]
FibonacciNumber = Annotated[int, Query(ge=0, le=MAX_FIBONACCI)]
HashRounds = Annotated[int, Query(ge=1, le=MAX_HASH_ROUNDS)]
EventCount = Annotated[int, Query(ge=1, le=MAX_EVENTS)]


class OrderLine(BaseModel):
    model_config = ConfigDict(strict=True)
    sku: str = Field(min_length=1)
    qty: int = Field(ge=1)
    unitCents: int = Field(ge=0)


class Order(BaseModel):
    model_config = ConfigDict(strict=True)
    customerId: int
    lines: list[OrderLine] = Field(min_length=1)


class Message(BaseModel):
    message: str


class Item(BaseModel):
    id: int
    name: str
    priceCents: int
    inStock: bool
    tags: list[str]


class ItemPage(BaseModel):
    items: list[Item]
    count: int
    total: int


class OrderTotal(BaseModel):
    orderTotalCents: int
    lineCount: int
    currency: str


class World(BaseModel):
    id: int
    randomNumber: int


class Slept(BaseModel):
    sleptMs: int


class Upstream(BaseModel):
    upstream: str
    delayMs: int


class Fibonacci(BaseModel):
    n: int
    fib: int


class Hash(BaseModel):
    rounds: int
    hex: str


class User(BaseModel):
    user: str
    role: str


class Event(BaseModel):
    i: int
