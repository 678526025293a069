// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the benchmark contract that no framework takes part in: settings, arithmetic,
// hashing, reply bodies and tokens.

import { createHash } from 'node:crypto';

import jwt from 'jsonwebtoken';

const { env } = process;

export const settings = {
  port: Number(env.PORT ?? 8080),
  workers: Math.max(1, Number(env.WORKERS ?? 1)),
  profile: env.PROFILE ?? 'B',
  tuned: env.PROFILE === 'C',
  databasePath: env.DB_PATH ?? '',
  databaseUrl: env.DATABASE_URL ?? '',
  databaseConnections: Number(env.DB_POOL ?? 32),
  upstreamUrl: (env.UPSTREAM_URL ?? '').replace(/\/+$/, ''),
  jwtSecret: env.JWT_SECRET ?? '',
  rateLimit: Number(env.RATE_LIMIT ?? 1_000_000),
  logPath: env.LOG_PATH ?? '',
};

// Bounds that keep a mistyped request from occupying the server for minutes.
export const limits = {
  delayMs: 60_000,
  fibonacci: 40,
  hashRounds: 10_000_000,
  events: 10_000,
  id: 2 ** 31 - 1,
};

const totalItems = 100;
const worldRows = 10_000;

/** An error whose reply the contract defines. */
export class ContractError extends Error {
  constructor(status, code, headers = {}) {
    super(code);
    this.status = status;
    this.headers = headers;
  }
}

export const invalidRequest = () => new ContractError(422, 'validation');
export const notFound = () => new ContractError(404, 'not_found');

/** A whole number of a query string; `fallback` where it is missing. */
export function integer(text, fallback, low = -Infinity, high = Infinity) {
  if (text === undefined && fallback !== undefined) {
    return fallback;
  }
  if (typeof text !== 'string' || !/^[+-]?[0-9]{1,30}$/.test(text)) {
    throw invalidRequest();
  }
  const value = Number(text);
  if (value < low || value > high) {
    throw invalidRequest();
  }
  return value;
}

const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

const item = (id) => ({
  id,
  name: `item-${String(id).padStart(4, '0')}`,
  priceCents: (id * 7919) % 100_000,
  inStock: id % 3 !== 0,
  tags: [`t${id % 5}`, `u${id % 7}`],
});

/** Builds the page afresh; one that would run past the last item is cut short. */
export function itemPage(wantedLimit, wantedOffset) {
  const offset = clamp(wantedOffset, 0, totalItems - 1);
  const count = Math.min(clamp(wantedLimit, 1, totalItems), totalItems - offset);
  const items = Array.from({ length: count }, (_, k) => item(offset + k + 1));
  return { items, count, total: totalItems };
}

export const orderTotal = (lines) => ({
  orderTotalCents: lines.reduce((sum, line) => sum + line.qty * line.unitCents, 0),
  lineCount: lines.length,
  currency: 'EUR',
});

/** The rows that a request with this seed touches, all different. */
export function worldIds(n, seed) {
  const base = (((seed % worldRows) + worldRows) % worldRows) * 31;
  return Array.from({ length: clamp(n, 1, 500) }, (_, k) => ((base + k * 7919) % worldRows) + 1);
}

/** What /updates makes of a row's number: one more, and 1 after 10000. */
export const advanced = (number) => (number % worldRows) + 1;

/** Adds the row made per request and sorts by the bytes of the titles. */
export function pageRows(rows) {
  const articles = [...rows, { id: 0, title: 'Added at request time' }];
  return articles.sort((a, b) => Buffer.compare(Buffer.from(a.title), Buffer.from(b.title)));
}

/** Naive on purpose: it measures calls and additions of the language. */
export const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));

export function hashChain(rounds) {
  let digest = Buffer.from('gopher-vs-snake', 'ascii');
  for (let round = 0; round < rounds; round += 1) {
    digest = createHash('sha256').update(digest).digest();
  }
  return digest.toString('hex');
}

/** The user that a bearer token names; throws where the token is not to be trusted. */
export function userOfToken(authorization = '') {
  const [scheme, token] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer' && settings.jwtSecret !== '') {
    try {
      const claims = jwt.verify(token, settings.jwtSecret, { algorithms: ['HS256'] });
      if (typeof claims.sub === 'string' && typeof claims.exp === 'number') {
        return { user: claims.sub, role: claims.role ?? '' };
      }
    } catch (error) {
      if (!(error instanceof jwt.JsonWebTokenError)) {
        throw error;
      }
    }
  }
  throw new ContractError(401, 'unauthorized', { 'WWW-Authenticate': 'Bearer' });
}

/**
 * One token bucket per client address: `perSecond` tokens a second, as many at once. Each worker
 * process has its own. Buckets are never dropped: the server listens on loopback only, where there
 * is a handful of addresses.
 */
export class TokenBuckets {
  #buckets = new Map();

  constructor(perSecond) {
    this.perSecond = perSecond;
  }

  allow(client) {
    const now = performance.now();
    const bucket = this.#buckets.get(client) ?? { tokens: this.perSecond, since: now };
    const refill = ((now - bucket.since) / 1000) * this.perSecond;
    const tokens = Math.min(this.perSecond, bucket.tokens + refill);
    const allowed = tokens >= 1;
    this.#buckets.set(client, { tokens: allowed ? tokens - 1 : tokens, since: now });
    return allowed;
  }
}
