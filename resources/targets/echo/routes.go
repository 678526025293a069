// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"
)

// addRoutes adds the whole contract. Routes that need a database or an upstream server exist
// only where one is configured.
func addRoutes(e *echo.Echo, settings settings, store Store) {
	e.GET("/healthz", func(c *echo.Context) error { return c.String(http.StatusOK, "ok") })
	e.GET("/json", func(c *echo.Context) error {
		return c.JSON(http.StatusOK, Message{"Hello, World!"})
	})
	e.GET("/items", items)
	e.POST("/orders", orders)
	e.GET("/sleep", sleep)
	e.GET("/cpu", cpu)
	e.GET("/hash", hash)
	e.GET("/events", events)

	secure := e.Group("/secure", middleware.RequestID(), accessLog(settings),
		limitRate(settings.rateLimit), authenticate(settings.jwtSecret))
	secure.GET("", func(c *echo.Context) error { return c.JSON(http.StatusOK, c.Get("user")) })

	if settings.upstreamURL != "" {
		e.GET("/upstream", upstream(settings.upstreamURL))
	}
	if store != nil {
		e.GET("/db", world(store))
		e.GET("/queries", queries(store))
		e.POST("/updates", updates(store))
		e.GET("/page", page(store))
	}
}

func reject(c *echo.Context) error {
	return c.JSON(http.StatusUnprocessableEntity, validationFailure)
}

func fail(c *echo.Context, err error) error {
	if errors.Is(err, errNotFound) {
		return c.JSON(http.StatusNotFound, notFoundFailure)
	}
	logFailure(err)
	return c.JSON(http.StatusInternalServerError, internalFailure)
}

func items(c *echo.Context) error {
	limit, limitErr := echo.QueryParamOr(c, "limit", 20)
	offset, offsetErr := echo.QueryParamOr(c, "offset", 0)
	if errors.Join(limitErr, offsetErr) != nil {
		return reject(c)
	}
	return c.JSON(http.StatusOK, itemPage(limit, offset))
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

func orders(c *echo.Context) error {
	var order order
	if c.Bind(&order) != nil || c.Validate(&order) != nil {
		return reject(c)
	}
	total := 0
	for _, line := range order.Lines {
		total += line.Qty * *line.UnitCents
	}
	return c.JSON(http.StatusCreated, OrderTotal{total, len(order.Lines), "EUR"})
}

func sleep(c *echo.Context) error {
	ms, err := echo.QueryParamOr(c, "ms", 50)
	if err != nil || !within(ms, 0, maxDelayMs) {
		return reject(c)
	}
	time.Sleep(time.Duration(ms) * time.Millisecond)
	return c.JSON(http.StatusOK, Slept{ms})
}

func upstream(baseURL string) echo.HandlerFunc {
	return func(c *echo.Context) error {
		ms, err := echo.QueryParamOr(c, "ms", 50)
		if err != nil || !within(ms, 0, maxDelayMs) {
			return reject(c)
		}
		reply, err := askUpstream(c.Request().Context(), baseURL, ms)
		if err != nil {
			logFailure(err)
			return c.JSON(http.StatusBadGateway, upstreamFailure)
		}
		return c.JSON(http.StatusOK, reply)
	}
}

func cpu(c *echo.Context) error {
	n, err := echo.QueryParamOr(c, "n", 24)
	if err != nil || !within(n, 0, maxFibonacci) {
		return reject(c)
	}
	return c.JSON(http.StatusOK, Fibonacci{n, fib(n)})
}

func hash(c *echo.Context) error {
	rounds, err := echo.QueryParamOr(c, "rounds", 2000)
	if err != nil || !within(rounds, 1, maxHashRounds) {
		return reject(c)
	}
	return c.JSON(http.StatusOK, Hash{rounds, hashChain(rounds)})
}

func events(c *echo.Context) error {
	n, nErr := echo.QueryParamOr(c, "n", 10)
	ms, msErr := echo.QueryParamOr(c, "ms", 100)
	if errors.Join(nErr, msErr) != nil || !within(n, 1, maxEvents) || !within(ms, 0, maxDelayMs) {
		return reject(c)
	}
	w := c.Response()
	w.Header().Set(echo.HeaderContentType, "text/event-stream")
	w.Header().Set(echo.HeaderCacheControl, "no-cache")
	w.WriteHeader(http.StatusOK)
	flusher := http.NewResponseController(w)
	emitEvents(c.Request().Context(), n, ms, func(text []byte) error {
		if _, err := w.Write(text); err != nil {
			return err
		}
		return flusher.Flush()
	})
	return nil
}

func world(store Store) echo.HandlerFunc {
	return func(c *echo.Context) error {
		id, err := echo.QueryParam[int](c, "id")
		if err != nil {
			return reject(c)
		}
		world, err := store.World(c.Request().Context(), id)
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(http.StatusOK, world)
	}
}

// rowChoice reads which rows a request asks for.
func rowChoice(c *echo.Context, defaultCount int) ([]int, error) {
	n, nErr := echo.QueryParamOr(c, "n", defaultCount)
	seed, seedErr := echo.QueryParamOr(c, "seed", 0)
	return worldIDs(n, seed), errors.Join(nErr, seedErr)
}

func queries(store Store) echo.HandlerFunc {
	return func(c *echo.Context) error {
		ids, err := rowChoice(c, 20)
		if err != nil {
			return reject(c)
		}
		worlds, err := readWorlds(c.Request().Context(), store, ids)
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(http.StatusOK, worlds)
	}
}

func updates(store Store) echo.HandlerFunc {
	return func(c *echo.Context) error {
		ids, err := rowChoice(c, 5)
		if err != nil {
			return reject(c)
		}
		worlds, err := store.Advance(c.Request().Context(), ids)
		if err != nil {
			return fail(c, err)
		}
		return c.JSON(http.StatusOK, worlds)
	}
}

func page(store Store) echo.HandlerFunc {
	return func(c *echo.Context) error {
		articles, err := pageArticles(c.Request().Context(), store)
		if err != nil {
			return fail(c, err)
		}
		return c.Render(http.StatusOK, "page.html", articles)
	}
}

// accessLog is Echo's own request logger writing one JSON object per request.
func accessLog(settings settings) echo.MiddlewareFunc {
	logger := slog.New(slog.NewJSONHandler(settings.accessLog, nil))
	return middleware.RequestLoggerWithConfig(middleware.RequestLoggerConfig{
		LogRequestID: true,
		LogRemoteIP:  true,
		LogMethod:    true,
		LogURIPath:   true,
		LogStatus:    true,
		LogLatency:   true,
		HandleError:  true,
		LogValuesFunc: func(c *echo.Context, v middleware.RequestLoggerValues) error {
			logger.LogAttrs(c.Request().Context(), slog.LevelInfo, "request",
				slog.String("id", v.RequestID),
				slog.String("client", v.RemoteIP),
				slog.String("method", v.Method),
				slog.String("path", v.URIPath),
				slog.Int("status", v.Status),
				slog.Int64("latencyMicros", v.Latency.Microseconds()),
			)
			return nil
		},
	})
}

func limitRate(perSecond int) echo.MiddlewareFunc {
	return middleware.RateLimiterWithConfig(middleware.RateLimiterConfig{
		Store: middleware.NewRateLimiterMemoryStore(float64(perSecond)),
		DenyHandler: func(c *echo.Context, _ string, _ error) error {
			c.Response().Header().Set(echo.HeaderRetryAfter, "1")
			return c.JSON(http.StatusTooManyRequests, rateLimitedFailure)
		},
	})
}

func authenticate(secret []byte) echo.MiddlewareFunc {
	return middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Validator: func(c *echo.Context, token string, _ middleware.ExtractorSource) (bool, error) {
			user, err := userOfToken(token, secret)
			c.Set("user", user)
			return err == nil, nil
		},
		ErrorHandler: func(c *echo.Context, _ error) error {
			return c.JSON(http.StatusUnauthorized, unauthorizedFailure)
		},
	})
}
