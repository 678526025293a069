// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//go:build sonic

package main

import "github.com/bytedance/sonic"

// sonic does not escape the characters < > & in strings, so that replies have the canonical form
// of the contract.
func init() {
	encodeJSON, decodeJSON = sonic.Marshal, sonic.Unmarshal
}
