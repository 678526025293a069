// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A web server written with Gin that serves Weighbridge's benchmark contract.
package main

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

//go:embed templates
var templateFiles embed.FS

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
	router := newRouter(settings.profile)
	router.SetHTMLTemplate(template.Must(template.ParseFS(templateFiles, "templates/*.html")))
	addRoutes(router, settings, store)
	return serve(ctx, &http.Server{Addr: settings.address, Handler: router})
}

// newRouter returns what Gin's first page shows for profile A: debug mode, logger and recovery.
// The other profiles leave the logger out and run in release mode.
func newRouter(profile string) *gin.Engine {
	if profile == "A" {
		return gin.Default()
	}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	return router
}

// serve runs until the context is done, then gives open requests a moment to end.
func serve(ctx context.Context, server *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	deadline, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(deadline); errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
	} else {
		return err
	}
}
