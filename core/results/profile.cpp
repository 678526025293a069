// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/profile.h"

#include "core/results/words.h"

namespace weighbridge::results
{

namespace
{

} // namespace

ProfileTraits traitsOf(Profile profile)
{
    switch (profile) {
    case Profile::documented:
        return {Words::tr("Documented"), Words::tr("as the first page of the documentation"),
                QStringLiteral("A")};
    case Profile::production:
        return {Words::tr("Production"), Words::tr("as the production guides recommend"),
                QStringLiteral("B")};
    case Profile::tuned:
        return {Words::tr("Tuned"), Words::tr("with all that the framework offers"),
                QStringLiteral("C"), true};
    }
    Q_UNREACHABLE();
}

} // namespace weighbridge::results
