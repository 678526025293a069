// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tables that the runner creates and seeds. The file is the same in every Go target.
//
// SQLite is read through modernc.org/sqlite, a translation of SQLite to Go: it keeps the server
// one static executable that needs no C compiler. github.com/mattn/go-sqlite3 calls the C library
// and is faster, at the price of cgo. PostgreSQL is read through the pool of pgx, which prepares
// every statement once per connection.

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	_ "modernc.org/sqlite"
)

// World is one row of the table world and the reply of /db.
type World struct {
	ID           int `json:"id"`
	RandomNumber int `json:"randomNumber"`
}

// Article is one row of the table article as /page shows it.
type Article struct {
	ID    int
	Title string
}

const worldRows = 10_000

var errNotFound = errors.New("no such row")

// Store reads and changes the tables; every method may be called from many goroutines.
type Store interface {
	// World runs one SELECT by primary key, errNotFound where there is no such row.
	World(ctx context.Context, id int) (World, error)
	// Advance adds one to each row's number (1 follows 10000) in one transaction, with one SELECT
	// and one UPDATE per row, and returns the rows as they now are, in the order of ids.
	Advance(ctx context.Context, ids []int) ([]World, error)
	// Articles returns the table article in no particular order.
	Articles(ctx context.Context) ([]Article, error)
}

// openStore returns nil where the runner configured no database. processes is how many
// processes of this server share the configured number of connections.
func openStore(ctx context.Context, processes int) (Store, error) {
	if dsn := os.Getenv("DATABASE_URL"); dsn != "" {
		return openPostgres(ctx, dsn, processes)
	}
	if path := os.Getenv("DB_PATH"); path != "" {
		return openSqlite(path, processes)
	}
	return nil, nil
}

// worldIDs are the rows that a request with this seed touches.
func worldIDs(n, seed int) []int {
	base := seed % worldRows * 31
	ids := make([]int, clamp(n, 1, 500))
	for k := range ids {
		id := (base + k*7919) % worldRows
		if id < 0 {
			id += worldRows
		}
		ids[k] = id + 1
	}
	return ids
}

// readWorlds runs one SELECT per row.
func readWorlds(ctx context.Context, store Store, ids []int) ([]World, error) {
	worlds := make([]World, len(ids))
	for k, id := range ids {
		world, err := store.World(ctx, id)
		if err != nil {
			return nil, err
		}
		worlds[k] = world
	}
	return worlds, nil
}

// pageArticles adds the row that is made per request and sorts by the bytes of the titles.
func pageArticles(ctx context.Context, store Store) ([]Article, error) {
	articles, err := store.Articles(ctx)
	if err != nil {
		return nil, err
	}
	articles = append(articles, Article{ID: 0, Title: "Added at request time"})
	slices.SortFunc(articles, func(a, b Article) int { return strings.Compare(a.Title, b.Title) })
	return articles, nil
}

// advanceWorlds changes rows in ascending order, so that two requests cannot wait for each other.
func advanceWorlds(
	ids []int, read func(id int) (World, error), write func(World) error,
) ([]World, error) {
	order := make([]int, len(ids))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return ids[a] - ids[b] })
	worlds := make([]World, len(ids))
	for _, k := range order {
		world, err := read(ids[k])
		if err != nil {
			return nil, err
		}
		world.RandomNumber = world.RandomNumber%worldRows + 1
		if err := write(world); err != nil {
			return nil, err
		}
		worlds[k] = world
	}
	return worlds, nil
}

const selectWorldByID = "SELECT id, random_number FROM world WHERE id = "

type sqliteStore struct {
	reader      *sql.DB
	writer      *sql.DB
	selectWorld *sql.Stmt
	selectAll   *sql.Stmt
}

// openSqlite reads with one connection per thread of the program and writes with a single one,
// because SQLite admits one writer at a time.
func openSqlite(path string, processes int) (Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	open := func(query string, connections int) (*sql.DB, error) {
		location := url.URL{Scheme: "file", Path: path, RawQuery: query}
		db, err := sql.Open("sqlite", location.String())
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(connections)
		db.SetMaxIdleConns(connections)
		return db, nil
	}
	store := &sqliteStore{}
	threads := max(1, runtime.GOMAXPROCS(0)/processes)
	store.reader, err = open("mode=ro&_pragma=busy_timeout(5000)", threads)
	if err != nil {
		return nil, err
	}
	store.writer, err = open("mode=rw&_txlock=immediate&_pragma=busy_timeout(5000)", 1)
	if err != nil {
		return nil, err
	}
	store.selectWorld, err = store.reader.Prepare(selectWorldByID + "?")
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", path, err)
	}
	store.selectAll, err = store.reader.Prepare("SELECT id, title FROM article")
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", path, err)
	}
	return store, nil
}

func (s *sqliteStore) World(ctx context.Context, id int) (World, error) {
	return scanSqliteWorld(s.selectWorld.QueryRowContext(ctx, id))
}

func (s *sqliteStore) Advance(ctx context.Context, ids []int) ([]World, error) {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	selectWorld, err := tx.PrepareContext(ctx, selectWorldByID+"?")
	if err != nil {
		return nil, err
	}
	defer selectWorld.Close()
	updateWorld, err := tx.PrepareContext(ctx, "UPDATE world SET random_number = ? WHERE id = ?")
	if err != nil {
		return nil, err
	}
	defer updateWorld.Close()
	worlds, err := advanceWorlds(ids, func(id int) (World, error) {
		return scanSqliteWorld(selectWorld.QueryRowContext(ctx, id))
	}, func(world World) error {
		_, err := updateWorld.ExecContext(ctx, world.RandomNumber, world.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return worlds, tx.Commit()
}

func (s *sqliteStore) Articles(ctx context.Context) ([]Article, error) {
	rows, err := s.selectAll.QueryContext(ctx)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var articles []Article
	for rows.Next() {
		var article Article
		if err := rows.Scan(&article.ID, &article.Title); err != nil {
			return nil, err
		}
		articles = append(articles, article)
	}
	return articles, rows.Err()
}

func scanSqliteWorld(row *sql.Row) (World, error) {
	var world World
	err := row.Scan(&world.ID, &world.RandomNumber)
	if errors.Is(err, sql.ErrNoRows) {
		return World{}, errNotFound
	}
	return world, err
}

type postgresStore struct {
	pool *pgxpool.Pool
}

// openPostgres does not connect yet; the pool does so with the first query.
func openPostgres(ctx context.Context, dsn string, processes int) (Store, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("DATABASE_URL: %w", err)
	}
	connections, err := integerFromEnvironment("DB_POOL", 32)
	if err != nil {
		return nil, err
	}
	config.MaxConns = int32(max(1, connections/processes))
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &postgresStore{pool: pool}, nil
}

func (s *postgresStore) World(ctx context.Context, id int) (World, error) {
	return scanPostgresWorld(s.pool.QueryRow(ctx, selectWorldByID+"$1", id))
}

func (s *postgresStore) Advance(ctx context.Context, ids []int) ([]World, error) {
	var worlds []World
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		var err error
		worlds, err = advanceWorlds(ids, func(id int) (World, error) {
			return scanPostgresWorld(tx.QueryRow(ctx, selectWorldByID+"$1 FOR UPDATE", id))
		}, func(world World) error {
			_, err := tx.Exec(ctx, "UPDATE world SET random_number = $1 WHERE id = $2",
				world.RandomNumber, world.ID)
			return err
		})
		return err
	})
	return worlds, err
}

func (s *postgresStore) Articles(ctx context.Context) ([]Article, error) {
	rows, err := s.pool.Query(ctx, "SELECT id, title FROM article")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[Article])
}

func scanPostgresWorld(row pgx.Row) (World, error) {
	var world World
	err := row.Scan(&world.ID, &world.RandomNumber)
	if errors.Is(err, pgx.ErrNoRows) {
		return World{}, errNotFound
	}
	return world, err
}
