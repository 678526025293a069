// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json/reader.h"
#include "core/knowledge/catalogue.h"

namespace weighbridge::knowledge
{

/// Reads "questions" and "rules" of the catalogue's document into `catalogue`, whose needs and
/// alternatives must be there already.
void readInterview(const json::Reader &document, Catalogue &catalogue);

} // namespace weighbridge::knowledge
