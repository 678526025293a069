// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/catalogue.h"

#include <QStringList>

#include <vector>

/// Answers of made-up projects of usual kinds: a plain internal API, and what the others answer
/// differently.
struct TypicalProject {
    const char *name;
    const char *answers; ///< "question=answer question=answer"
};

inline constexpr const char *kPlainProject =
    "product=api first_release=months services=1 pages=none admin=no hot_paths=no peak_rps=100 "
    "p99_ms=500 wait_ms=20 in_flight=50 bottleneck=no cpu_work=no cpu_native=no connections=0 "
    "shared_state=no ml=none pipelines=no library=no python_share=40 go_share=40 "
    "productive_weeks=8 express=no hires=few concurrency=some growth=neither control=no "
    "deploy=nice image_mib=500 platform=servers efficiency=no memory_mib=1024 cold_start_ms=2000 "
    "budget=none upkeep=same-team supply_chain=scanned tools=no protocols=no middleware=nice "
    "api_docs=nice existing_code=neither free_threading=no windows=no exact_bytes=no";

inline constexpr TypicalProject kTypicalProjects[] = {
    {"plain API", ""},
    {"start-up with Django", "first_release=days admin=important python_share=100 go_share=0 "
                             "productive_weeks=2 hires=none pages=some"},
    {"fintech API", "peak_rps=20000 p99_ms=50 services=12 go_share=60 python_share=20 growth=both "
                    "platform=cloud-native deploy=important efficiency=yes supply_chain=reviewed "
                    "concurrency=lots hires=many upkeep=dedicated middleware=important "
                    "in_flight=1000 wait_ms=30"},
    {"models in process", "ml=in-process pipelines=some library=yes python_share=80 go_share=0 "
                          "cpu_work=heavy cpu_native=yes peak_rps=200 platform=cloud-native"},
    {"hosted models", "ml=hosted peak_rps=300 wait_ms=400 in_flight=120 python_share=50 "
                      "go_share=30 first_release=weeks"},
    {"internal CRUD", "admin=critical pages=most product=content peak_rps=20 python_share=60 "
                      "go_share=10 first_release=weeks"},
    {"IoT ingestion", "peak_rps=30000 connections=20000 product=realtime memory_mib=128 "
                      "go_share=50 python_share=50 deploy=important platform=cloud-native "
                      "efficiency=yes services=4 tools=internal p99_ms=100"},
    {"tools on Kubernetes", "product=tools tools=customers services=8 go_share=100 "
                            "python_share=10 deploy=critical platform=cloud-native "
                            "protocols=now image_mib=50 cold_start_ms=300"},
    {"data company", "ml=in-process pipelines=much library=yes python_share=90 go_share=0 "
                     "product=mixed existing_code=python"},
    {"agency", "product=content pages=most admin=critical python_share=70 go_share=0 "
               "first_release=weeks peak_rps=50 middleware=important"},
    {"chat", "product=realtime connections=100000 shared_state=core peak_rps=5000 go_share=40 "
             "python_share=40 p99_ms=100 memory_mib=256 deploy=important"},
};

/// The answers to all questions, those of `project` before those of the plain one; what neither
/// speaks of gets the first choice or the least number.
inline std::vector<weighbridge::decision::Answer> answersOf(const TypicalProject &project)
{
    std::vector<weighbridge::decision::Answer> answers;
    const auto &questions = weighbridge::knowledge::builtInCatalogue().questions;
    const QStringList given = QStringLiteral("%1 %2")
                                  .arg(QLatin1String(project.answers), QLatin1String(kPlainProject))
                                  .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto &question : questions) {
        const bool isChoice = question.kind == weighbridge::knowledge::Question::Kind::choice;
        QString value = isChoice ? question.choices.front().id : QString::number(question.least);
        for (const QString &each : given) {
            if (each.section(QLatin1Char('='), 0, 0) != question.id)
                continue;
            value = each.section(QLatin1Char('='), 1);
            break;
        }
        answers.push_back({question.id, value});
    }
    return answers;
}
