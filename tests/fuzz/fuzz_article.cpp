// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever the article's data hold, the reader answers with a sentence or with claims that can be
// assessed, each with a reason.
#include "core/article/claims.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weighbridge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto article = article::readArticle(QJsonDocument::fromJson(bytes).object());
    if (!article) {
        if (article.error().what.isEmpty())
            std::abort();
        return 0;
    }
    for (const article::AssessedClaim &claim : article::assessClaims(*article, {})) {
        if (claim.reason.isEmpty() || claim.findings.size() != claim.claim.checks.size())
            std::abort();
    }
    return 0;
}
