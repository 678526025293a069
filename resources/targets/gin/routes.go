// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/gin-contrib/requestid"
	"github.com/gin-gonic/gin"
)

// addRoutes adds the whole contract. Routes that need a database or an upstream server exist
// only where one is configured.
func addRoutes(router *gin.Engine, settings settings, store Store) {
	router.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	router.GET("/json", func(c *gin.Context) { c.JSON(http.StatusOK, Message{"Hello, World!"}) })
	router.GET("/items", items)
	router.POST("/orders", orders)
	router.GET("/sleep", sleep)
	router.GET("/cpu", cpu)
	router.GET("/hash", hash)
	router.GET("/events", events)

	secure := router.Group("/secure", requestid.New(), accessLog(settings),
		limitRate(settings.rateLimit), authenticate(settings.jwtSecret))
	secure.GET("", func(c *gin.Context) { c.JSON(http.StatusOK, c.MustGet("user")) })

	if settings.upstreamURL != "" {
		router.GET("/upstream", upstream(settings.upstreamURL))
	}
	if store != nil {
		router.GET("/db", world(store))
		router.GET("/queries", queries(store))
		router.POST("/updates", updates(store))
		router.GET("/page", page(store))
	}
}

func reject(c *gin.Context) {
	c.JSON(http.StatusUnprocessableEntity, validationFailure)
}

func fail(c *gin.Context, err error) {
	if errors.Is(err, errNotFound) {
		c.JSON(http.StatusNotFound, notFoundFailure)
		return
	}
	logFailure(err)
	c.JSON(http.StatusInternalServerError, internalFailure)
}

func items(c *gin.Context) {
	var query struct {
		Limit  int `form:"limit,default=20"`
		Offset int `form:"offset"`
	}
	if c.ShouldBindQuery(&query) != nil {
		reject(c)
		return
	}
	c.JSON(http.StatusOK, itemPage(query.Limit, query.Offset))
}

type order struct {
	CustomerID *int        `json:"customerId" binding:"required"`
	Lines      []orderLine `json:"lines" binding:"required,min=1,dive"`
}

// orderLine has a pointer where zero is a valid value and still must be present.
type orderLine struct {
	SKU       string `json:"sku" binding:"required"`
	Qty       int    `json:"qty" binding:"required,min=1"`
	UnitCents *int   `json:"unitCents" binding:"required,min=0"`
}

func orders(c *gin.Context) {
	var order order
	if c.ShouldBindJSON(&order) != nil {
		reject(c)
		return
	}
	total := 0
	for _, line := range order.Lines {
		total += line.Qty * *line.UnitCents
	}
	c.JSON(http.StatusCreated, OrderTotal{total, len(order.Lines), "EUR"})
}

func sleep(c *gin.Context) {
	var query struct {
		Ms int `form:"ms,default=50"`
	}
	if c.ShouldBindQuery(&query) != nil || !within(query.Ms, 0, maxDelayMs) {
		reject(c)
		return
	}
	time.Sleep(time.Duration(query.Ms) * time.Millisecond)
	c.JSON(http.StatusOK, Slept{query.Ms})
}

func upstream(baseURL string) gin.HandlerFunc {
	return func(c *gin.Context) {
		var query struct {
			Ms int `form:"ms,default=50"`
		}
		if c.ShouldBindQuery(&query) != nil || !within(query.Ms, 0, maxDelayMs) {
			reject(c)
			return
		}
		reply, err := askUpstream(c.Request.Context(), baseURL, query.Ms)
		if err != nil {
			logFailure(err)
			c.JSON(http.StatusBadGateway, upstreamFailure)
			return
		}
		c.JSON(http.StatusOK, reply)
	}
}

func cpu(c *gin.Context) {
	var query struct {
		N int `form:"n,default=24"`
	}
	if c.ShouldBindQuery(&query) != nil || !within(query.N, 0, maxFibonacci) {
		reject(c)
		return
	}
	c.JSON(http.StatusOK, Fibonacci{query.N, fib(query.N)})
}

func hash(c *gin.Context) {
	var query struct {
		Rounds int `form:"rounds,default=2000"`
	}
	if c.ShouldBindQuery(&query) != nil || !within(query.Rounds, 1, maxHashRounds) {
		reject(c)
		return
	}
	c.JSON(http.StatusOK, Hash{query.Rounds, hashChain(query.Rounds)})
}

func events(c *gin.Context) {
	var query struct {
		N  int `form:"n,default=10"`
		Ms int `form:"ms,default=100"`
	}
	if c.ShouldBindQuery(&query) != nil || !within(query.N, 1, maxEvents) ||
		!within(query.Ms, 0, maxDelayMs) {
		reject(c)
		return
	}
	c.Header("Content-Type", "text/event-stream")
	c.Header("Cache-Control", "no-cache")
	c.Status(http.StatusOK)
	emitEvents(c.Request.Context(), query.N, query.Ms, func(text []byte) error {
		_, err := c.Writer.Write(text)
		c.Writer.Flush()
		return err
	})
}

func world(store Store) gin.HandlerFunc {
	return func(c *gin.Context) {
		var query struct {
			ID *int `form:"id" binding:"required"`
		}
		if c.ShouldBindQuery(&query) != nil {
			reject(c)
			return
		}
		world, err := store.World(c.Request.Context(), *query.ID)
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, world)
	}
}

func queries(store Store) gin.HandlerFunc {
	return func(c *gin.Context) {
		var query struct {
			N    int `form:"n,default=20"`
			Seed int `form:"seed"`
		}
		if c.ShouldBindQuery(&query) != nil {
			reject(c)
			return
		}
		worlds, err := readWorlds(c.Request.Context(), store, worldIDs(query.N, query.Seed))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, worlds)
	}
}

func updates(store Store) gin.HandlerFunc {
	return func(c *gin.Context) {
		var query struct {
			N    int `form:"n,default=5"`
			Seed int `form:"seed"`
		}
		if c.ShouldBindQuery(&query) != nil {
			reject(c)
			return
		}
		worlds, err := store.Advance(c.Request.Context(), worldIDs(query.N, query.Seed))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, worlds)
	}
}

func page(store Store) gin.HandlerFunc {
	return func(c *gin.Context) {
		articles, err := pageArticles(c.Request.Context(), store)
		if err != nil {
			fail(c, err)
			return
		}
		c.HTML(http.StatusOK, "page.html", articles)
	}
}

// accessLog is Gin's own logger writing one JSON object per request.
func accessLog(settings settings) gin.HandlerFunc {
	return gin.LoggerWithConfig(gin.LoggerConfig{
		Output: settings.accessLog,
		Formatter: func(p gin.LogFormatterParams) string {
			line, _ := json.Marshal(gin.H{ // strings and numbers always marshal
				"time":          p.TimeStamp.Format(time.RFC3339Nano),
				"id":            p.Request.Header.Get("X-Request-ID"),
				"client":        p.ClientIP,
				"method":        p.Method,
				"path":          p.Path,
				"status":        p.StatusCode,
				"latencyMicros": p.Latency.Microseconds(),
			})
			return string(line) + "\n"
		},
	})
}

func limitRate(perSecond int) gin.HandlerFunc {
	limiter := &clientLimiter{perSecond: perSecond}
	return func(c *gin.Context) {
		if !limiter.allow(c.ClientIP()) {
			c.Header("Retry-After", "1")
			c.AbortWithStatusJSON(http.StatusTooManyRequests, rateLimitedFailure)
		}
	}
}

func authenticate(secret []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		token, bearer := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
		user, err := userOfToken(token, secret)
		if !bearer || err != nil {
			c.AbortWithStatusJSON(http.StatusUnauthorized, unauthorizedFailure)
			return
		}
		c.Set("user", user)
	}
}
