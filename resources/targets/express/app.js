// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import express from 'express';
import { z } from 'zod';

import {
  ContractError,
  fib,
  hashChain,
  integer,
  invalidRequest,
  itemPage,
  limits,
  notFound,
  orderTotal,
  pageRows,
  settings,
  worldIds,
} from './contract.js';
import { reply } from './replies.js';
import { secureChain } from './secure.js';

const orderSchema = z.object({
  customerId: z.int(),
  lines: z
    .array(
      z.object({ sku: z.string().min(1), qty: z.int().min(1), unitCents: z.int().min(0) }),
    )
    .min(1),
});

const delayMs = (req, fallback) => integer(req.query.ms, fallback, 0, limits.delayMs);

const requestedWorlds = (req, fallback) =>
  worldIds(integer(req.query.n, fallback), integer(req.query.seed, 0));

/** The application; `store` is null where there is no database. */
export function createApp(store) {
  const app = express();
  app.set('view engine', 'ejs');
  app.set('views', fileURLToPath(new URL('views', import.meta.url)));
  if (settings.tuned) {
    app.disable('etag');
    app.disable('x-powered-by');
  }

  const database = () => {
    if (store === null) {
      throw new ContractError(503, 'no_database');
    }
    return store;
  };

  app.get('/healthz', (req, res) => {
    res.type('text/plain').send('ok');
  });

  app.get('/json', (req, res) => {
    reply(res, 'message', { message: 'Hello, World!' });
  });

  app.get('/items', (req, res) => {
    reply(res, 'items', itemPage(integer(req.query.limit, 20), integer(req.query.offset, 0)));
  });

  app.post('/orders', express.json(), (req, res) => {
    const order = orderSchema.safeParse(req.body);
    if (!order.success) {
      throw invalidRequest();
    }
    res.status(201);
    reply(res, 'order', orderTotal(order.data.lines));
  });

  app.get('/db', async (req, res) => {
    const id = integer(req.query.id);
    if (id < 1 || id > limits.id) {
      throw notFound();
    }
    reply(res, 'world', await database().world(id));
  });

  app.get('/queries', async (req, res) => {
    reply(res, 'worlds', await database().worlds(requestedWorlds(req, 20)));
  });

  app.post('/updates', async (req, res) => {
    reply(res, 'worlds', await database().advance(requestedWorlds(req, 5)));
  });

  app.get('/sleep', async (req, res) => {
    const ms = delayMs(req, 50);
    await delay(ms);
    reply(res, 'slept', { sleptMs: ms });
  });

  app.get('/upstream', async (req, res) => {
    const ms = delayMs(req, 50);
    await askUpstream(ms);
    reply(res, 'upstream', { upstream: 'ok', delayMs: ms });
  });

  app.get('/cpu', (req, res) => {
    const n = integer(req.query.n, 24, 0, limits.fibonacci);
    reply(res, 'fibonacci', { n, fib: fib(n) });
  });

  app.get('/hash', (req, res) => {
    const rounds = integer(req.query.rounds, 2000, 1, limits.hashRounds);
    reply(res, 'hash', { rounds, hex: hashChain(rounds) });
  });

  app.get('/secure', secureChain, (req, res) => {
    reply(res, 'user', req.user);
  });

  app.get('/page', async (req, res) => {
    res.render('page', { articles: pageRows(await database().articles()) });
  });

  app.get('/events', sendEvents);

  app.use((error, req, res, next) => {
    if (error instanceof ContractError) {
      res.status(error.status).set(error.headers).json({ error: error.message });
    } else if (error.status === 400) {
      res.status(422).json({ error: 'validation' }); // a body that is not JSON
    } else {
      next(error);
    }
  });
  return app;
}

async function askUpstream(ms) {
  let answer;
  try {
    answer = await fetch(`${settings.upstreamUrl}/delay?ms=${ms}`);
    await answer.arrayBuffer(); // read to the end, so that the connection can be used again
  } catch (error) {
    throw new ContractError(502, 'upstream');
  }
  if (!answer.ok) {
    throw new ContractError(502, 'upstream');
  }
}

async function sendEvents(req, res) {
  const n = integer(req.query.n, 10, 1, limits.events);
  const ms = delayMs(req, 100);
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  res.flushHeaders();
  const start = performance.now();
  for (let k = 0; k < n && !res.destroyed; k += 1) {
    // A fixed schedule, so that lateness does not add up.
    await delay(Math.max(0, start + k * ms - performance.now()));
    res.write(`data: ${JSON.stringify({ i: k })}\n\n`);
  }
  res.end();
}
