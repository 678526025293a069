// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the benchmark contract that no framework takes part in: reply bodies, arithmetic,
// hashing, tokens, the call to the upstream server and the settings. The file is the same in
// every Go target, so that what differs between two targets is the framework.

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Message is the reply of /json.
type Message struct {
	Message string `json:"message"`
}

// Failure is the body of every error reply.
type Failure struct {
	Error string `json:"error"`
}

var (
	validationFailure   = Failure{"validation"}
	notFoundFailure     = Failure{"not_found"}
	unauthorizedFailure = Failure{"unauthorized"}
	rateLimitedFailure  = Failure{"rate_limited"}
	upstreamFailure     = Failure{"upstream"}
	internalFailure     = Failure{"internal"}
)

// Item is one row of /items.
type Item struct {
	ID         int      `json:"id"`
	Name       string   `json:"name"`
	PriceCents int      `json:"priceCents"`
	InStock    bool     `json:"inStock"`
	Tags       []string `json:"tags"`
}

// ItemPage is the reply of /items.
type ItemPage struct {
	Items []Item `json:"items"`
	Count int    `json:"count"`
	Total int    `json:"total"`
}

const totalItems = 100

// itemPage builds the page afresh for every request. The limit is clamped to 1..100 and the
// offset to 0..99; a page that would run past the last item is cut short.
func itemPage(limit, offset int) ItemPage {
	limit, offset = clamp(limit, 1, totalItems), clamp(offset, 0, totalItems-1)
	items := make([]Item, 0, limit)
	for id := offset + 1; id <= min(offset+limit, totalItems); id++ {
		items = append(items, Item{
			ID:         id,
			Name:       fmt.Sprintf("item-%04d", id),
			PriceCents: id * 7919 % 100000,
			InStock:    id%3 != 0,
			Tags:       []string{"t" + strconv.Itoa(id%5), "u" + strconv.Itoa(id%7)},
		})
	}
	return ItemPage{Items: items, Count: len(items), Total: totalItems}
}

// OrderTotal is the reply of /orders.
type OrderTotal struct {
	OrderTotalCents int    `json:"orderTotalCents"`
	LineCount       int    `json:"lineCount"`
	Currency        string `json:"currency"`
}

// Slept is the reply of /sleep.
type Slept struct {
	SleptMs int `json:"sleptMs"`
}

// Upstream is the reply of /upstream.
type Upstream struct {
	Upstream string `json:"upstream"`
	DelayMs  int    `json:"delayMs"`
}

// Fibonacci is the reply of /cpu.
type Fibonacci struct {
	N   int `json:"n"`
	Fib int `json:"fib"`
}

// Hash is the reply of /hash.
type Hash struct {
	Rounds int    `json:"rounds"`
	Hex    string `json:"hex"`
}

// User is the reply of /secure.
type User struct {
	User string `json:"user"`
	Role string `json:"role"`
}

// Event is the data of one server-sent event of /events.
type Event struct {
	I int `json:"i"`
}

// Bounds that keep a mistyped request from occupying the server for minutes.
const (
	maxDelayMs    = 60_000
	maxFibonacci  = 40
	maxHashRounds = 10_000_000
	maxEvents     = 10_000
)

func clamp(value, low, high int) int {
	return max(low, min(value, high))
}

func within(value, low, high int) bool {
	return low <= value && value <= high
}

// fib is naive on purpose: it measures calls and additions of the language.
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

// hashChain hashes the digest of the previous round, starting from a fixed text.
func hashChain(rounds int) string {
	digest := []byte("gopher-vs-snake")
	for range rounds {
		sum := sha256.Sum256(digest)
		digest = sum[:]
	}
	return hex.EncodeToString(digest)
}

// eventText is event k in the wire format of server-sent events.
func eventText(k int) []byte {
	data, _ := json.Marshal(Event{I: k}) // a struct of one int always marshals
	return []byte("data: " + string(data) + "\n\n")
}

// emitEvents calls emit for each event on a fixed schedule, so that lateness does not add up.
// It ends early when emit fails or the context is done.
func emitEvents(ctx context.Context, count, intervalMs int, emit func(text []byte) error) {
	start := time.Now()
	for k := range count {
		due := time.Duration(k*intervalMs) * time.Millisecond
		select {
		case <-time.After(due - time.Since(start)):
		case <-ctx.Done():
			return
		}
		if emit(eventText(k)) != nil {
			return
		}
	}
}

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

var tokenParser = jwt.NewParser(
	jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())

// userOfToken verifies signature and expiry and returns who the token names.
func userOfToken(token string, secret []byte) (User, error) {
	if len(secret) == 0 {
		return User{}, errors.New("JWT_SECRET is not set")
	}
	var found claims
	_, err := tokenParser.ParseWithClaims(token, &found, func(*jwt.Token) (any, error) {
		return secret, nil
	})
	if err != nil {
		return User{}, err
	}
	return User{User: found.Subject, Role: found.Role}, nil
}

// upstreamClient keeps as many connections to the upstream server as there are waiting requests.
var upstreamClient = &http.Client{
	Timeout: 2 * maxDelayMs * time.Millisecond,
	Transport: &http.Transport{
		MaxIdleConns:        0, // no limit over all hosts
		MaxIdleConnsPerHost: 16384,
		IdleConnTimeout:     90 * time.Second,
		DisableCompression:  true,
	},
}

// askUpstream waits for a delayed reply of the upstream server.
func askUpstream(ctx context.Context, baseURL string, ms int) (Upstream, error) {
	url := baseURL + "/delay?ms=" + strconv.Itoa(ms)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Upstream{}, err
	}
	reply, err := upstreamClient.Do(request)
	if err != nil {
		return Upstream{}, err
	}
	defer reply.Body.Close()
	// Reading to the end lets the client use the connection again.
	if _, err := io.Copy(io.Discard, reply.Body); err != nil {
		return Upstream{}, err
	}
	if reply.StatusCode != http.StatusOK {
		return Upstream{}, fmt.Errorf("upstream replied %s", reply.Status)
	}
	return Upstream{Upstream: "ok", DelayMs: ms}, nil
}

// logFailure tells what went wrong, unless the client left before its reply, which is no failure.
func logFailure(err error) {
	if !errors.Is(err, context.Canceled) {
		log.Print(err)
	}
}

// settings are what the runner hands over in the environment.
type settings struct {
	address     string
	profile     string
	upstreamURL string
	jwtSecret   []byte
	rateLimit   int
	accessLog   io.Writer
}

// readSettings also opens the access log; without LOG_PATH its lines are dropped.
func readSettings() (settings, error) {
	port, err := integerFromEnvironment("PORT", 8080)
	if err != nil {
		return settings{}, err
	}
	rateLimit, err := integerFromEnvironment("RATE_LIMIT", 1_000_000)
	if err != nil {
		return settings{}, err
	}
	result := settings{
		address:     "127.0.0.1:" + strconv.Itoa(port),
		profile:     os.Getenv("PROFILE"),
		upstreamURL: os.Getenv("UPSTREAM_URL"),
		jwtSecret:   []byte(os.Getenv("JWT_SECRET")),
		rateLimit:   rateLimit,
		accessLog:   io.Discard,
	}
	if path := os.Getenv("LOG_PATH"); path != "" {
		file, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			return settings{}, fmt.Errorf("access log: %w", err)
		}
		result.accessLog = file
	}
	return result, nil
}

func integerFromEnvironment(name string, fallback int) (int, error) {
	text := os.Getenv(name)
	if text == "" {
		return fallback, nil
	}
	value, err := strconv.Atoi(text)
	if err != nil || value < 1 {
		return 0, fmt.Errorf("%s is %q, expected a positive number", name, text)
	}
	return value, nil
}
