// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/targets/language.h"

#include <algorithm>

namespace weighbridge::measure
{

const std::vector<Language> &languages()
{
    static const std::vector<Language> all{goLanguage(), pythonLanguage(), nodeLanguage()};
    return all;
}

const Language *findLanguage(QStringView id)
{
    const auto found =
        std::find_if(languages().begin(), languages().end(),
                     [&](const Language &each) { return id == QLatin1String(each.toolchain.id); });
    return found == languages().end() ? nullptr : &*found;
}

} // namespace weighbridge::measure
