// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"sync"

	"golang.org/x/time/rate"
)

// clientLimiter is one token bucket per client address. Buckets are never dropped: the server
// listens on loopback only, where there is a handful of addresses.
type clientLimiter struct {
	perSecond int
	buckets   sync.Map // address → *rate.Limiter
}

func (l *clientLimiter) allow(address string) bool {
	bucket, known := l.buckets.Load(address)
	if !known {
		fresh := rate.NewLimiter(rate.Limit(l.perSecond), l.perSecond)
		bucket, _ = l.buckets.LoadOrStore(address, fresh)
	}
	return bucket.(*rate.Limiter).Allow()
}
