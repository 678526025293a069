// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/weight_changes.h"

#include "app/command_line/console.h"
#include "app/command_line/option_text.h"
#include "app/command_line/repeatable_option.h"
#include "core/decision/model/weight_judgements.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/weighing.h"

namespace weighbridge::app
{

using namespace decision;

namespace
{

using Method = WeightJudgements::Method;

const char *const kRankForm = "NEED>NEED=NEED";
const char *const kSwingForm = "NEED=POINTS";
const char *const kPairForm = "NEED/NEED=TIMES";
const char *const kBoundForm = "NEED=FROM..TO";

QString setWeight(Decision &decision, const QString &text)
{
    auto given = assignment(text);
    if (!given)
        return wrongForm("set", "NEED=WEIGHT", text);
    double weight = 0;
    QString wrong = findOrAddNeed(decision, given->left);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("weight of '%1'").arg(given->left), given->right, 0,
                           kGreatestWeight, weight);
    if (wrong.isEmpty()) {
        const auto need = decision.findNeed(given->left) - decision.needs.data();
        decision =
            knowledge::withWeight(std::move(decision), static_cast<std::size_t>(need), weight);
    }
    return wrong;
}

constexpr RepeatableOption kSet{"set", "NEED=WEIGHT",
                                "try another weight, 0 to 10; may be repeated", setWeight};

QString readRanks(Decision &decision, const QString &text, WeightJudgements &judgements)
{
    for (const QString &together : text.split(QLatin1Char('>'))) {
        auto &rank = judgements.ranks.emplace_back();
        for (const QString &part : together.split(QLatin1Char('='))) {
            QString need = part.trimmed();
            if (need.isEmpty())
                return wrongForm("rank", kRankForm, text);
            if (QString wrong = findOrAddNeed(decision, need); !wrong.isEmpty())
                return wrong;
            rank.push_back(need);
        }
    }
    return {};
}

QString readSwing(Decision &decision, const QString &text, WeightJudgements &judgements)
{
    auto given = assignment(text);
    if (!given)
        return wrongForm("swing", kSwingForm, text);
    int points = 0;
    QString wrong = findOrAddNeed(decision, given->left);
    if (wrong.isEmpty())
        wrong = readWhole(QStringLiteral("points of '%1'").arg(given->left), given->right, 0,
                          int(WeightJudgements::kGreatestPoints), points);
    judgements.swings.push_back({given->left, double(points)});
    return wrong;
}

QString readPair(Decision &decision, const QString &text, WeightJudgements &judgements)
{
    const auto given = assignment(text);
    if (!given || !given->left.contains(QLatin1Char('/')))
        return wrongForm("pair", kPairForm, text);
    WeightJudgements::Pair pair;
    QString wrong = findPair(decision, given->left, pair.first, pair.second);
    if (!wrong.isEmpty())
        return wrong;
    wrong = readWhole(QStringLiteral("number of times that '%1' matters more than '%2'")
                          .arg(pair.first, pair.second),
                      given->right, 1, WeightJudgements::kGreatestRatio, pair.times);
    if (!wrong.isEmpty())
        wrong += QStringLiteral("; where the second matters more, write it first");
    judgements.pairs.push_back(pair);
    return wrong;
}

/// A way of weighing whose judgements are kept.
struct Judged {
    const char *option;
    const char *form;
    const char *description;
    Method method;
    QString (*read)(Decision &, const QString &, WeightJudgements &);
};

constexpr Judged kJudged[] = {
    {"rank", kRankForm,
     "weights from an order of importance, '=' for the same rank; others do not count",
     Method::rank, readRanks},
    {"swing", kSwingForm,
     "weights from points, 0 to 100, for the step from the worst level to the best; may be "
     "repeated; others do not count",
     Method::swing, readSwing},
    {"pair", kPairForm,
     "weights from pairs: the first matters so many times as much as the second, 1 to 9; every "
     "pair of the needs that are named; others keep their share",
     Method::pairs, readPair},
};

/// Rank, swings or pairs; of them one, because each sets all the weights that it speaks of.
void judge(Decision &decision, Arguments &line)
{
    const Judged *used = nullptr;
    for (const Judged &each : kJudged) {
        if (!line.isSet(QLatin1String(each.option)))
            continue;
        if (used)
            line.reject(QStringLiteral("--%1 and --%2 both set the weights: leave one out")
                            .arg(QLatin1String(used->option), QLatin1String(each.option)));
        used = &each;
    }
    if (!used)
        return;
    const QStringList texts = textsForDifferentSubjects(line, QLatin1String(used->option));
    if (used->method == Method::rank && texts.size() > 1)
        line.reject(QStringLiteral("--rank is given twice: write one order"));
    if (used->method != Method::pairs && line.isSet(QStringLiteral("set")))
        line.reject(QStringLiteral("--%1 and --set both set the weights: leave one out")
                        .arg(QLatin1String(used->option)));
    WeightJudgements judgements;
    judgements.method = used->method;
    for (const QString &text : texts)
        line.reject(used->read(decision, text, judgements));
    if (line.hasMistake())
        return;
    auto weighed = knowledge::withJudgements(std::move(decision), judgements);
    if (!weighed) {
        line.reject(weighed.error().message());
        return;
    }
    decision = std::move(weighed).value();
    if (const QString contradiction = contradictionIn(judgements, decision);
        !contradiction.isEmpty())
        note(contradiction);
}

QString readBound(Decision &decision, const QString &text)
{
    auto given = assignment(text);
    const QStringList ends = given ? given->right.split(QStringLiteral("..")) : QStringList();
    if (ends.size() != 2)
        return wrongForm("bound", kBoundForm, text);
    double least = 0;
    double greatest = 0;
    QString wrong = findNeed(decision, given->left);
    const QString what = QStringLiteral("share of '%1' in per cent").arg(given->left);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("least ") + what, ends[0].trimmed(), 0, 100, least);
    if (wrong.isEmpty())
        wrong = readNumber(QStringLiteral("greatest ") + what, ends[1].trimmed(), 0, 100, greatest);
    if (!wrong.isEmpty())
        return wrong;
    Need &need = *decision.findNeed(given->left);
    if (!(need.weight > 0))
        return QStringLiteral("'%1' has weight 0: bounds are for needs that count").arg(need.id);
    need.shareBounds = ShareBounds{least / 100, greatest / 100};
    return {};
}

constexpr RepeatableOption kBound{
    "bound", kBoundForm,
    "least and greatest share of a need in the weights, in per cent; may be repeated", readBound};

/// What is known of the weights; "mine" is what the window calls "around mine".
void chooseModel(Decision &decision, Arguments &line)
{
    const QString option = QStringLiteral("weights");
    const QString text = line.text(option);
    if (line.isSet(QLatin1String(kBound.name)))
        decision.weightModel.kind = WeightModel::Kind::bounds;
    if (text == QLatin1String("mine"))
        decision.weightModel.kind = WeightModel::Kind::aroundMine;
    else if (const auto kind = kindOf<WeightModel::Kind>(text))
        decision.weightModel.kind = *kind;
    else if (line.isSet(option))
        line.reject(QStringLiteral("--weights can be 'mine', 'order', 'bounds' or 'any', not '%1'")
                        .arg(text));
    const bool asked = line.isSet(option) || line.isSet(QLatin1String(kBound.name));
    if (!asked || line.hasMistake() || decision.weightModel.kind != WeightModel::Kind::bounds)
        return;
    if (const Outcome possible = knowledge::checkBounds(decision); !possible)
        line.reject(possible.error().message());
}

} // namespace

void addWeightOptions(Arguments &line)
{
    addOptions(line, {kSet});
    for (const Judged &each : kJudged)
        line.addOption(QLatin1String(each.option), QLatin1String(each.form),
                       QLatin1String(each.description));
    addOptions(line, {kBound});
    line.addOption(
        QStringLiteral("weights"), QStringLiteral("KNOWN"),
        QStringLiteral("what is known of the weights: 'mine' (about those set), 'order', "
                       "'bounds' or 'any'; --bound alone means 'bounds'"));
}

Decision weighed(Decision decision, Arguments &line)
{
    applyOption(decision, line, kSet);
    judge(decision, line);
    applyOption(decision, line, kBound);
    chooseModel(decision, line);
    return decision;
}

} // namespace weighbridge::app
