// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A web server written with Fiber that serves Weighbridge's benchmark contract.
package main

import (
	"context"
	"embed"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/recover"
	"github.com/gofiber/template/html/v2"
)

//go:embed templates
var templateFiles embed.FS

// The JSON package that Fiber uses; the tuned build replaces both.
var (
	encodeJSON = json.Marshal
	decodeJSON = json.Unmarshal
)

// structValidator lets Fiber's binding check the validate tags, as its guide shows.
type structValidator struct {
	validate *validator.Validate
}

func (v *structValidator) Validate(value any) error {
	return v.validate.Struct(value)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	settings, err := readSettings()
	if err != nil {
		return err
	}
	app := fiber.New(fiber.Config{
		JSONEncoder:     encodeJSON,
		JSONDecoder:     decodeJSON,
		StructValidator: &structValidator{validator.New()},
		Views:           html.NewFileSystem(http.FS(templateFiles), ".html"),
	})
	// One process with one thread would gain nothing from being forked.
	if settings.profile == "C" && (fiber.IsChild() || runtime.GOMAXPROCS(0) > 1) {
		return runForked(ctx, app, settings)
	}
	if settings.profile != "A" {
		app.Use(recover.New())
	}
	store, err := openStore(ctx, 1)
	if err != nil {
		return err
	}
	addRoutes(app, settings, store)
	return listen(ctx, app, settings, false)
}

// runForked serves with Fiber's prefork: one process per core, each with its own memory, rate
// limits and share of the database connections.
func runForked(ctx context.Context, app *fiber.App, settings settings) error {
	if !fiber.IsChild() {
		endChildrenWith(ctx, app)
		return listen(ctx, app, settings, true)
	}
	go exitWithoutParent()
	app.Use(recover.New())
	store, err := openStore(ctx, runtime.GOMAXPROCS(0))
	if err != nil {
		return err
	}
	addRoutes(app, settings, store)
	return listen(ctx, app, settings, true)
}

func listen(ctx context.Context, app *fiber.App, settings settings, prefork bool) error {
	// Listen returns as soon as it accepts no more; open requests may still be running then.
	// Fiber calls the hook twice, hence the room in the channel.
	ended := make(chan struct{}, 2)
	app.Hooks().OnPostShutdown(func(error) error {
		ended <- struct{}{}
		return nil
	})
	err := app.Listen(settings.address, fiber.ListenConfig{
		GracefulContext:       ctx,
		ShutdownTimeout:       2 * time.Second,
		DisableStartupMessage: settings.profile != "A",
		EnablePrefork:         prefork,
	})
	if ctx.Err() == nil {
		return err
	}
	<-ended
	return nil
}

// endChildrenWith passes the end of the context on to the forked processes, which Fiber's parent
// process would go on waiting for.
func endChildrenWith(ctx context.Context, app *fiber.App) {
	app.Hooks().OnFork(func(pid int) error {
		context.AfterFunc(ctx, func() { _ = syscall.Kill(pid, syscall.SIGTERM) })
		return nil
	})
}

// exitWithoutParent ends a forked process when its parent was killed. Fiber itself looks for
// parent 1, which is not what an orphan gets where a subreaper is at work.
func exitWithoutParent() {
	parent := os.Getppid()
	for os.Getppid() == parent {
		time.Sleep(200 * time.Millisecond)
	}
	os.Exit(1)
}
