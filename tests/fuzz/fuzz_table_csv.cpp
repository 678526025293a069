// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A table comes from somebody's spreadsheet. Whatever the bytes, the reader answers with a sentence
// or with a sound decision, and what it has read is written so that reading it again changes
// nothing.
#include "core/storage/project.h"
#include "core/storage/table_csv.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weighbridge;

namespace
{

void readInto(const decision::Decision &decision, const QByteArray &bytes)
{
    const auto table = storage::withTableCsv(decision, bytes);
    if (!table) {
        if (table.error().what.isEmpty())
            std::abort();
        return;
    }
    if (!decision::firstDefect(table->decision).isEmpty())
        std::abort();
    const QByteArray written = storage::tableCsv(table->decision);
    const auto again = storage::withTableCsv(table->decision, written);
    if (!again || !(again->decision == table->decision) || !again->remarks.isEmpty())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readInto(storage::sampleProject().decision, bytes);
    readInto(decision::Decision(), bytes);
    return 0;
}
