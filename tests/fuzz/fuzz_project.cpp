// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another's project file is hostile input. Whatever the bytes, the reader answers with a sentence
// or with a sound project, and a project it accepts survives saving and loading.
#include "core/storage/project.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weighbridge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto project = storage::fromDocument(bytes);
    if (!project) {
        if (project.error().what.isEmpty())
            std::abort();
        return 0;
    }
    if (!decision::firstDefect(project->decision).isEmpty())
        std::abort();
    const auto again = storage::fromDocument(storage::toDocument(*project));
    if (!again || !(again->decision == project->decision))
        std::abort();
    return 0;
}
