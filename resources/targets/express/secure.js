// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The middleware of /secure, in the order of its list.

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';

import morgan from 'morgan';

import { ContractError, settings, TokenBuckets, userOfToken } from './contract.js';

const buckets = new TokenBuckets(settings.rateLimit);

function requestId(req, res, next) {
  req.id = req.get('X-Request-Id') || randomUUID();
  res.set('X-Request-Id', req.id);
  next();
}

const accessLog =
  settings.logPath === ''
    ? (req, res, next) => next()
    : morgan(
        (tokens, req, res) =>
          JSON.stringify({
            time: tokens.date(req, res, 'iso'),
            id: req.id,
            client: req.ip,
            method: tokens.method(req, res),
            path: req.path,
            status: res.statusCode,
            latencyMicros: Math.round(Number(tokens['total-time'](req, res)) * 1000),
          }),
        { stream: createWriteStream(settings.logPath, { flags: 'a' }) },
      );

function limitRate(req, res, next) {
  if (!buckets.allow(req.ip)) {
    throw new ContractError(429, 'rate_limited', { 'Retry-After': '1' });
  }
  next();
}

function authenticate(req, res, next) {
  req.user = userOfToken(req.get('Authorization'));
  next();
}

export const secureChain = [requestId, accessLog, limitRate, authenticate];
