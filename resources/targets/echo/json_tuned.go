// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//go:build sonic

package main

import (
	"io"

	"github.com/bytedance/sonic"
	"github.com/labstack/echo/v5"
)

// sonicSerializer neither escapes the characters < > & in strings nor ends the reply with a
// newline, so that replies have the canonical form of the contract.
type sonicSerializer struct{}

func (sonicSerializer) Serialize(c *echo.Context, target any, indent string) error {
	var text []byte
	var err error
	if indent == "" {
		text, err = sonic.Marshal(target)
	} else {
		text, err = sonic.MarshalIndent(target, "", indent)
	}
	if err != nil {
		return err
	}
	_, err = c.Response().Write(text)
	return err
}

func (sonicSerializer) Deserialize(c *echo.Context, target any) error {
	text, err := io.ReadAll(c.Request().Body)
	if err != nil {
		return err
	}
	if err := sonic.Unmarshal(text, target); err != nil {
		return echo.ErrBadRequest.Wrap(err)
	}
	return nil
}

func init() {
	jsonSerializer = sonicSerializer{}
}
