// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <stop_token>

namespace weighbridge::measure
{

/// Brings every file below `folders` into the page cache in one and the same way: its pages are
/// dropped, whoever left them there, and read again from the beginning to the end. Links are not
/// followed. Needs no privilege; pages that a running process has mapped stay as they are.
///
/// A page fault maps whatever neighbours the cache holds in one piece, so the file-backed memory of
/// a server depends on how its files got there: two equal binaries, written in other pieces,
/// differed by 42 % in idle memory, one from the linker and one copied by 14 %. After this they
/// agreed within 0.1 %; dropping alone left 0.9 %: each launch then reads other pieces ahead.
///
/// Takes 0.05 to 0.5 s for a usual target. The error names the first file that could not be read;
/// the others are in the cache then all the same.
Outcome populatePageCache(const QStringList &folders, const std::stop_token &stop);

} // namespace weighbridge::measure
