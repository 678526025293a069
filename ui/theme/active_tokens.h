// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

namespace weighbridge::theme
{

/// Makes tokens() return that set. Only Theme calls it: it also has to tell the widgets.
void activateTokens(Scheme scheme);

} // namespace weighbridge::theme
