// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A web server written with Echo that serves Weighbridge's benchmark contract.
package main

import (
	"context"
	"embed"
	"html/template"
	"log"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"
)

//go:embed templates
var templateFiles embed.FS

// jsonSerializer is what Echo uses anyway; the tuned build replaces it.
var jsonSerializer echo.JSONSerializer = &echo.DefaultJSONSerializer{}

// structValidator checks the validate tags, as Echo's guide shows.
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
	store, err := openStore(ctx, 1)
	if err != nil {
		return err
	}
	e := echo.New()
	e.JSONSerializer = jsonSerializer
	e.Validator = &structValidator{validator.New()}
	e.Renderer = &echo.TemplateRenderer{
		Template: template.Must(template.ParseFS(templateFiles, "templates/*.html")),
	}
	if settings.profile != "A" {
		e.Use(middleware.Recover())
	}
	addRoutes(e, settings, store)
	server := echo.StartConfig{
		Address:         settings.address,
		HideBanner:      settings.profile != "A",
		HidePort:        settings.profile != "A",
		GracefulTimeout: 2 * time.Second,
		// A stream that is still open at the end of the grace period is cut off, not an error.
		OnShutdownError: func(error) {},
	}
	return server.Start(ctx, e)
}
