// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SQLite through libsql, SQLite's fork with the interface of better-sqlite3: its compiled library
// is part of the npm package for every platform, while better-sqlite3 fetches one from elsewhere or
// needs a compiler. Both are synchronous: a point read holds the event loop for microseconds.

import Database from 'libsql';

import { advanced } from './contract.js';
import { ascending, world } from './database.js';

export class SqliteStore {
  constructor(path) {
    this.database = new Database(path, { timeout: 5000, fileMustExist: true });
    this.select = this.database
      .prepare('SELECT id, random_number FROM world WHERE id = ?')
      .raw();
    this.update = this.database.prepare('UPDATE world SET random_number = ? WHERE id = ?');
    this.selectArticles = this.database.prepare('SELECT id, title FROM article').raw();
  }

  world(id) {
    return world(this.select.get(id));
  }

  worlds(ids) {
    return ids.map((id) => this.world(id));
  }

  advance(ids) {
    const changed = new Map();
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const id of ascending(ids)) {
        const row = this.world(id);
        row.randomNumber = advanced(row.randomNumber);
        this.update.run(row.randomNumber, id);
        changed.set(id, row);
      }
      this.database.exec('COMMIT');
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
    return ids.map((id) => changed.get(id));
  }

  articles() {
    return this.selectArticles.all().map(([id, title]) => ({ id, title }));
  }

  close() {
    this.database.close();
  }
}
