// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/parts.h"

#include <QCoreApplication>

#include <utility>

namespace weighbridge::knowledge
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(weighbridge::knowledge)
};

decision::Part part(const decision::Decision &decision, const char *id, const QString &name,
                    double shareOfLoad,
                    std::initializer_list<std::pair<const char *, double>> needs)
{
    decision::Part part{QString::fromLatin1(id), name, shareOfLoad, {}};
    for (const auto &[need, weight] : needs) {
        if (decision.findNeed(QString::fromLatin1(need)))
            part.weights.push_back({QString::fromLatin1(need), weight});
    }
    if (part.weights.empty()) {
        for (const decision::Need &need : decision.needs)
            part.weights.push_back({need.id, need.weight});
    }
    return part;
}

} // namespace

std::vector<decision::Part> usualParts(const decision::Decision &decision)
{
    return {part(decision, "gateway", Words::tr("Gateway"), 0.6,
                 {{"high-traffic", 10},
                  {"tail-latency", 8},
                  {"microservices", 6},
                  {"cloud-native", 5},
                  {"middleware", 5},
                  {"long-lived-connections", 4},
                  {"memory", 3}}),
            part(decision, "ml-service", Words::tr("ML service"), 0.15,
                 {{"ai-ml", 10},
                  {"data-pipelines", 6},
                  {"fast-mvp", 4},
                  {"learning-curve", 2},
                  {"high-traffic", 2}}),
            part(decision, "admin", Words::tr("Admin"), 0.05,
                 {{"admin-crud", 10},
                  {"fast-mvp", 8},
                  {"content-pages", 5},
                  {"learning-curve", 5},
                  {"api-docs", 3}}),
            part(decision, "workers", Words::tr("Workers"), 0.2,
                 {{"cpu-work", 8},
                  {"waiting", 6},
                  {"ai-ml", 5},
                  {"microservices", 5},
                  {"cloud-native", 4},
                  {"memory", 4},
                  {"data-pipelines", 3}})};
}

} // namespace weighbridge::knowledge
