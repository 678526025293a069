// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the application: in this process, or, in production with several workers, in one process
// for each of them.

import cluster from 'node:cluster';

import { createApp } from './app.js';
import { settings } from './contract.js';
import { openStore } from './database.js';

const patienceMs = 2000;
// Longer than a load balancer keeps its connections; Node's own 5 seconds are shorter.
const keepAliveMs = 75_000;

async function serve() {
  const store = await openStore();
  const server = createApp(store).listen(
    { port: settings.port, host: '127.0.0.1', backlog: 4096 },
    (error) => {
      if (error) {
        throw error;
      }
    },
  );
  if (settings.profile !== 'A') {
    server.keepAliveTimeout = keepAliveMs;
  }
  process.once('SIGTERM', () => {
    server.close(async () => {
      await store?.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  });
}

function superviseWorkers() {
  let stopping = false;
  const stopWorkers = () => {
    stopping = true;
    for (const worker of Object.values(cluster.workers)) {
      worker.process.kill('SIGTERM');
    }
  };
  process.once('SIGTERM', stopWorkers);
  cluster.on('exit', (worker, code) => {
    if (!stopping) {
      // A measurement must not hide that a worker died: the server ends with it.
      console.error(`worker ${worker.process.pid} ended with code ${code}`);
      process.exitCode = 1;
      stopWorkers();
    }
  });
  for (let started = 0; started < settings.workers; started += 1) {
    cluster.fork();
  }
}

if (cluster.isPrimary && process.env.NODE_ENV === 'production' && settings.workers > 1) {
  superviseWorkers();
} else {
  await serve();
}
