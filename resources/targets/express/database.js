// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tables that the runner creates and seeds; only the configured driver is imported.

import { notFound, settings } from './contract.js';

/** The JSON of a row of the table world; not found where there is no row. */
export function world(row) {
  if (row === undefined) {
    throw notFound();
  }
  return { id: row[0], randomNumber: row[1] };
}

export const ascending = (ids) => [...ids].sort((a, b) => a - b);

/** Returns null where the runner configured no database. */
export async function openStore() {
  if (settings.databaseUrl !== '') {
    const { PostgresStore } = await import('./postgres_store.js');
    const connections = Math.max(1, Math.floor(settings.databaseConnections / settings.workers));
    return new PostgresStore(settings.databaseUrl, connections);
  }
  if (settings.databasePath !== '') {
    const { SqliteStore } = await import('./sqlite_store.js');
    return new SqliteStore(settings.databasePath);
  }
  return null;
}
