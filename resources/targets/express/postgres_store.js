// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PostgreSQL through pg's pool with named, hence prepared, statements.

import pg from 'pg';

import { advanced } from './contract.js';
import { ascending, world } from './database.js';

const selectWorld = (id) => ({
  name: 'world',
  text: 'SELECT id, random_number FROM world WHERE id = $1',
  values: [id],
  rowMode: 'array',
});

export class PostgresStore {
  constructor(connectionString, connections) {
    this.pool = new pg.Pool({ connectionString, max: connections });
  }

  async world(id, client = this.pool) {
    const { rows } = await client.query(selectWorld(id));
    return world(rows[0]);
  }

  worlds(ids) {
    return this.#withClient(async (client) => {
      const rows = [];
      for (const id of ids) {
        rows.push(await this.world(id, client));
      }
      return rows;
    });
  }

  advance(ids) {
    return this.#withClient(async (client) => {
      const changed = new Map();
      await client.query('BEGIN');
      try {
        // In ascending order, so that two requests cannot wait for each other.
        for (const id of ascending(ids)) {
          changed.set(id, await this.#advanceOne(id, client));
        }
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
      return ids.map((id) => changed.get(id));
    });
  }

  async articles() {
    const { rows } = await this.pool.query({
      name: 'articles',
      text: 'SELECT id, title FROM article',
    });
    return rows;
  }

  close() {
    return this.pool.end();
  }

  async #advanceOne(id, client) {
    const select = selectWorld(id);
    const { rows } = await client.query({
      ...select,
      name: 'world for update',
      text: `${select.text} FOR UPDATE`,
    });
    const row = world(rows[0]);
    row.randomNumber = advanced(row.randomNumber);
    await client.query({
      name: 'update',
      text: 'UPDATE world SET random_number = $1 WHERE id = $2',
      values: [row.randomNumber, id],
    });
    return row;
  }

  async #withClient(work) {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }
}
