// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/extractors"
	"github.com/gofiber/fiber/v3/middleware/keyauth"
	"github.com/gofiber/fiber/v3/middleware/logger"
	"github.com/gofiber/fiber/v3/middleware/requestid"
)

// addRoutes adds the whole contract. Routes that need a database or an upstream server exist
// only where one is configured.
func addRoutes(app *fiber.App, settings settings, store Store) {
	app.Get("/healthz", func(c fiber.Ctx) error { return c.SendString("ok") })
	app.Get("/json", func(c fiber.Ctx) error { return c.JSON(Message{"Hello, World!"}) })
	app.Get("/items", items)
	app.Post("/orders", orders)
	app.Get("/sleep", sleep)
	app.Get("/cpu", cpu)
	app.Get("/hash", hash)
	app.Get("/events", events)

	secure := app.Group("/secure", requestid.New(), accessLog(settings),
		limitRate(settings.rateLimit), authenticate(settings.jwtSecret))
	secure.Get("/", func(c fiber.Ctx) error { return c.JSON(fiber.Locals[User](c, "user")) })

	if settings.upstreamURL != "" {
		app.Get("/upstream", upstream(settings.upstreamURL))
	}
	if store != nil {
		app.Get("/db", world(store))
		app.Get("/queries", queries(store))
		app.Post("/updates", updates(store))
		app.Get("/page", page(store))
	}
}

func reject(c fiber.Ctx) error {
	return c.Status(fiber.StatusUnprocessableEntity).JSON(validationFailure)
}

func fail(c fiber.Ctx, err error) error {
	if errors.Is(err, errNotFound) {
		return c.Status(fiber.StatusNotFound).JSON(notFoundFailure)
	}
	logFailure(err)
	return c.Status(fiber.StatusInternalServerError).JSON(internalFailure)
}

func items(c fiber.Ctx) error {
	var query struct {
		Limit  int `query:"limit,default:20"`
		Offset int `query:"offset"`
	}
	if c.Bind().Query(&query) != nil {
		return reject(c)
	}
	return c.JSON(itemPage(query.Limit, query.Offset))
}

type order struct {
	CustomerID *int        `json:"customerId" validate:"required"`
	Lines      []orderLine `json:"lines" validate:"required,min=1,dive"`
}

// orderLine has a pointer where zero is a valid value and still must be present.
type orderLine struct {
	SKU       string `json:"sku" validate:"required"`
	Qty       int    `json:"qty" validate:"required,min=1"`
	UnitCents *int   `json:"unitCents" validate:"required,min=0"`
}

func orders(c fiber.Ctx) error {
	var order order
	if c.Bind().JSON(&order) != nil {
		return reject(c)
	}
	total := 0
	for _, line := range order.Lines {
		total += line.Qty * *line.UnitCents
	}
	return c.Status(fiber.StatusCreated).JSON(OrderTotal{total, len(order.Lines), "EUR"})
}

func sleep(c fiber.Ctx) error {
	var query struct {
		Ms int `query:"ms,default:50"`
	}
	if c.Bind().Query(&query) != nil || !within(query.Ms, 0, maxDelayMs) {
		return reject(c)
	}
	time.Sleep(time.Duration(query.Ms) * time.Millisecond)
	return c.JSON(Slept{query.Ms})
}

func upstream(baseURL string) fiber.Handler {
	return func(c fiber.Ctx) error {
		var query struct {
			Ms int `query:"ms,default:50"`
		}
		if c.Bind().Query(&query) != nil || !within(query.Ms, 0, maxDelayMs) {
			return reject(c)
		}
		reply, err := askUpstream(c.Context(), baseURL, query.Ms)
		if err != nil {
			logFailure(err)
			return c.Status(fiber.StatusBadGateway).JSON(upstreamFailure)
		}
		return c.JSON(reply)
	}
}

func cpu(c fiber.Ctx) error {
	var query struct {
		N int `query:"n,default:24"`
	}
	if c.Bind().Query(&query) != nil || !within(query.N, 0, maxFibonacci) {
		return reject(c)
	}
	return c.JSON(Fibonacci{query.N, fib(query.N)})
}

func hash(c fiber.Ctx) error {
	var query struct {
		Rounds int `query:"rounds,default:2000"`
	}
	if c.Bind().Query(&query) != nil || !within(query.Rounds, 1, maxHashRounds) {
		return reject(c)
	}
	return c.JSON(Hash{query.Rounds, hashChain(query.Rounds)})
}

func events(c fiber.Ctx) error {
	var query struct {
		N  int `query:"n,default:10"`
		Ms int `query:"ms,default:100"`
	}
	if c.Bind().Query(&query) != nil || !within(query.N, 1, maxEvents) ||
		!within(query.Ms, 0, maxDelayMs) {
		return reject(c)
	}
	c.Set(fiber.HeaderContentType, "text/event-stream")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	// The writer runs after this handler has returned, when c belongs to another request.
	ctx := c.Context()
	return c.SendStreamWriter(func(w *bufio.Writer) {
		emitEvents(ctx, query.N, query.Ms, func(text []byte) error {
			if _, err := w.Write(text); err != nil {
				return err
			}
			return w.Flush()
		})
	})
}

func world(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		var query struct {
			ID int `query:"id,required"`
		}
		if c.Bind().Query(&query) != nil {
			return reject(c)
		}
		world, err := store.World(c.Context(), query.ID)
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(world)
	}
}

func queries(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		var query struct {
			N    int `query:"n,default:20"`
			Seed int `query:"seed"`
		}
		if c.Bind().Query(&query) != nil {
			return reject(c)
		}
		worlds, err := readWorlds(c.Context(), store, worldIDs(query.N, query.Seed))
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(worlds)
	}
}

func updates(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		var query struct {
			N    int `query:"n,default:5"`
			Seed int `query:"seed"`
		}
		if c.Bind().Query(&query) != nil {
			return reject(c)
		}
		worlds, err := store.Advance(c.Context(), worldIDs(query.N, query.Seed))
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(worlds)
	}
}

func page(store Store) fiber.Handler {
	return func(c fiber.Ctx) error {
		articles, err := pageArticles(c.Context(), store)
		if err != nil {
			return fail(c, err)
		}
		return c.Render("templates/page", articles)
	}
}

// accessLog is Fiber's own logger writing one JSON object per request.
func accessLog(settings settings) fiber.Handler {
	return logger.New(logger.Config{
		Stream:     settings.accessLog,
		TimeFormat: time.RFC3339Nano,
		Format: `{"time":"${time}","id":${idText},"client":"${ip}","method":"${method}",` +
			`"path":"${path}","status":${status},"latencyMicros":${latency}}` + "\n",
		CustomTags: map[string]logger.LogFunc{
			"idText": func(out logger.Buffer, c fiber.Ctx, _ *logger.Data, _ string) (int, error) {
				text, _ := json.Marshal(requestid.FromContext(c)) // a string always marshals
				return out.Write(text)
			},
			logger.TagLatency: func(
				out logger.Buffer, _ fiber.Ctx, d *logger.Data, _ string,
			) (int, error) {
				return out.WriteString(strconv.FormatInt(d.Stop.Sub(d.Start).Microseconds(), 10))
			},
		},
	})
}

// limitRate is a token bucket. Fiber's own limiter counts requests per window of time, which lets
// through up to twice the limit where two windows meet.
func limitRate(perSecond int) fiber.Handler {
	limiter := &clientLimiter{perSecond: perSecond}
	return func(c fiber.Ctx) error {
		if !limiter.allow(c.IP()) {
			c.Set(fiber.HeaderRetryAfter, "1")
			return c.Status(fiber.StatusTooManyRequests).JSON(rateLimitedFailure)
		}
		return c.Next()
	}
}

func authenticate(secret []byte) fiber.Handler {
	return keyauth.New(keyauth.Config{
		Extractor: extractors.FromAuthHeader("Bearer"),
		Validator: func(c fiber.Ctx, token string) (bool, error) {
			user, err := userOfToken(token, secret)
			if err != nil {
				return false, keyauth.ErrMissingOrMalformedAPIKey
			}
			fiber.Locals(c, "user", user)
			return true, nil
		},
		ErrorHandler: func(c fiber.Ctx, _ error) error {
			return c.Status(fiber.StatusUnauthorized).JSON(unauthorizedFailure)
		},
	})
}
