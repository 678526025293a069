// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//go:build sonic

package main

import (
	"io"

	"github.com/bytedance/sonic"
	"github.com/gin-gonic/gin/codec/json"
)

// tunedJSON replaces Gin's JSON package, as Gin documents it: sonic, which does not escape the
// characters < > & in strings, so that replies have the canonical form of the contract.
type tunedJSON struct {
	sonic.API
}

func (t tunedJSON) NewEncoder(writer io.Writer) json.Encoder {
	return t.API.NewEncoder(writer)
}

func (t tunedJSON) NewDecoder(reader io.Reader) json.Decoder {
	return t.API.NewDecoder(reader)
}

func init() {
	json.API = tunedJSON{sonic.ConfigDefault}
}
