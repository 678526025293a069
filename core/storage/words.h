// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace weighbridge::storage
{

/// Words::tr(): the context in which texts of this folder are translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::storage)
};

} // namespace weighbridge::storage
