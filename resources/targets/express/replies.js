// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON replies: res.json() of Express, or, where tuned, functions that fast-json-stringify makes
// from a schema.

import { settings } from './contract.js';

const integer = { type: 'integer' };
const string = { type: 'string' };
const object = (properties) => ({ type: 'object', properties });
const array = (items) => ({ type: 'array', items });

const world = object({ id: integer, randomNumber: integer });
const item = object({
  id: integer,
  name: string,
  priceCents: integer,
  inStock: { type: 'boolean' },
  tags: array(string),
});

const schemas = {
  message: object({ message: string }),
  items: object({ items: array(item), count: integer, total: integer }),
  order: object({ orderTotalCents: integer, lineCount: integer, currency: string }),
  world,
  worlds: array(world),
  slept: object({ sleptMs: integer }),
  upstream: object({ upstream: string, delayMs: integer }),
  fibonacci: object({ n: integer, fib: integer }),
  hash: object({ rounds: integer, hex: string }),
  user: object({ user: string, role: string }),
};

async function makeStringifiers() {
  const { default: fastJson } = await import('fast-json-stringify');
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [kind, fastJson(schema)]),
  );
}

const stringifiers = settings.tuned ? await makeStringifiers() : {};

/** Sends `body`, which is of one of the kinds above. */
export function reply(res, kind, body) {
  const stringify = stringifiers[kind];
  if (stringify === undefined) {
    res.json(body);
  } else {
    res.type('json').send(stringify(body));
  }
}
