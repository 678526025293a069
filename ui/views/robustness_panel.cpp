// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/robustness_panel.h"

#include "core/decision/model/value_text.h"
#include "ui/charts/acceptability_chart.h"
#include "ui/charts/flow_chart.h"
#include "ui/charts/picture.h"
#include "ui/theme/tokens.h"
#include "ui/views/doubt_fields.h"
#include "ui/views/rows.h"
#include "ui/views/section.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QGridLayout>
#include <QLocale>

#include <algorithm>
#include <map>
#include <utility>

namespace weighbridge::views
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

widgets::Label *wrapped(const QString &text, Tone tone = Tone::secondary)
{
    auto *label = new widgets::Label(text, TextRole::label, tone);
    label->setWordWrap(true);
    return label;
}

std::pair<widgets::Status, QString> gateLook(decision::GateState state)
{
    switch (state) {
    case decision::GateState::passes:
        return {widgets::Status::ok, RobustnessPanel::tr("Passes")};
    case decision::GateState::atRisk:
        return {widgets::Status::warn, RobustnessPanel::tr("At risk")};
    case decision::GateState::excluded:
        return {widgets::Status::err, RobustnessPanel::tr("Out")};
    case decision::GateState::unproven:
        break;
    }
    return {widgets::Status::neutral, RobustnessPanel::tr("Unproven")};
}
} // namespace

RobustnessPanel::RobustnessPanel(session::ProjectSession &session, int draws)
    : Panel(session), m_refinement(session, draws)
{
    m_nothing =
        wrapped(tr("Nothing to compare yet: it takes two alternatives and a need with a weight."));
    m_sections = new QWidget;
    auto *sections = new QVBoxLayout(m_sections);
    sections->setContentsMargins({});
    sections->setSpacing(Spacing::medium);
    const auto add = [sections](const QString &title, const char *name) {
        auto *section = new Section(title);
        section->setObjectName(QStringLiteral("robustness.") + QString::fromLatin1(name));
        sections->addWidget(section);
        return section;
    };
    const auto addRows = [](Section *section) {
        auto *rows = new Rows;
        section->body()->addWidget(rows);
        return rows;
    };
    m_mustHaves = add(tr("Must-haves"), "must-haves");
    m_mustHaveRows = addRows(m_mustHaves);
    m_ranks = add(tr("How often each takes which rank"), "ranks");
    makeRanks();
    m_centralWeights = add(tr("Which weights speak for each"), "central-weights");
    m_centralRows = addRows(m_centralWeights);
    m_anyWeights = add(tr("Whatever the weights"), "any-weights");
    m_anyWeightRows = addRows(m_anyWeights);
    m_doubt = add(tr("Where the doubt comes from"), "doubt");
    m_doubtFields = new DoubtFields(session);
    m_doubt->body()->addWidget(m_doubtFields);
    m_questions = add(tr("Worth knowing next"), "questions");
    m_questionRows = addRows(m_questions);
    m_secondOpinion = add(tr("A second method: PROMETHEE II"), "second-opinion");
    makeSecondOpinion();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_nothing);
    layout->addWidget(m_sections);
    connect(&m_refinement, &session::AnalysisRefinement::refined, this,
            &RobustnessPanel::showRefined);
}

void RobustnessPanel::makeSecondOpinion()
{
    m_agreement = new widgets::StatusPill(widgets::Status::ok, {});
    m_agreement->setObjectName(QStringLiteral("robustness.agreement"));
    m_flows = new charts::Picture(
        tr("Net flows"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintFlows(painter, rect, session().decision(), session().analysis(), look);
        },
        [this](const charts::ChartLook &look) {
            return charts::flowsHeight(session().analysis(), look);
        });
    m_secondOpinion->body()->insertWidget(1, m_agreement, 0, Qt::AlignLeft);
    m_secondOpinion->body()->addWidget(m_flows);
}

void RobustnessPanel::makeRanks()
{
    m_acceptability = new charts::Picture(
        tr("Rank acceptability"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            if (m_refined)
                charts::paintAcceptability(painter, rect, m_refined->decision, m_refined->analysis,
                                           look);
        },
        [this](const charts::ChartLook &look) {
            return charts::acceptabilityHeight(
                m_refined ? m_refined->analysis : session().analysis(), look);
        });
    m_ranks->body()->addWidget(m_acceptability);
}

void RobustnessPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_refinement.setWanted(true);
}

void RobustnessPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_refinement.setWanted(false);
}

void RobustnessPanel::refresh()
{
    const bool comparable = session().analysis().order.size() > 1;
    m_nothing->setVisible(!comparable);
    m_sections->setVisible(comparable);
    refreshMustHaves();
    if (!comparable)
        return;
    refreshSecondOpinion();
    refreshAnyWeights();
    refreshQuestions();
    m_doubtFields->refresh();
    showRefined();
}

void RobustnessPanel::showRefined()
{
    if (const decision::Analysis *found = m_refinement.analysis())
        m_refined = Refined{session().decision(), *found};
    refreshRanks();
    refreshCentralWeights();
    const bool split = m_refined && m_refined->analysis.doubtSplit;
    m_doubt->setVisible(split);
    if (split)
        m_doubt->setText(m_refined->analysis.doubtSplit->sentence);
}

void RobustnessPanel::refreshRanks()
{
    const bool upToDate = m_refinement.analysis() != nullptr;
    if (!m_refined || !m_refined->analysis.acceptability) {
        m_ranks->setText(tr("Finding out…"));
        return;
    }
    const decision::Acceptability &found = *m_refined->analysis.acceptability;
    m_ranks->setText(
        upToDate
            ? tr("%1 worlds drawn around your inputs; what is left open is %2 bits.")
                  .arg(QLocale().toString(found.draws), QLocale().toString(found.entropy, 'f', 2))
            : tr("Finding out…"));
    m_acceptability->refresh(charts::acceptabilityText(m_refined->decision, m_refined->analysis));
}

void RobustnessPanel::refreshCentralWeights()
{
    m_centralWeights->setVisible(m_refined && m_refined->analysis.acceptability);
    if (!m_refined || !m_refined->analysis.acceptability)
        return;
    const decision::Analysis &analysis = m_refined->analysis;
    QGridLayout *grid = m_centralRows->restart();
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const std::size_t i : analysis.order) {
        if (i >= analysis.centralWeightsInWords.size() ||
            analysis.centralWeightsInWords[i].isEmpty())
            continue;
        auto *name = new widgets::Label(m_refined->decision.alternatives[i].name, TextRole::strong);
        name->setSeries(m_refined->decision.alternatives[i].series);
        grid->addWidget(name, line, 0, Qt::AlignTop);
        grid->addWidget(wrapped(analysis.centralWeightsInWords[i]), line, 1);
        const auto &confidence = analysis.acceptability->confidence[i];
        auto *sure = new widgets::Label(
            confidence ? tr("%1 sure there").arg(decision::chanceText(*confidence)) : QString(),
            TextRole::label, Tone::secondary);
        sure->setDigits(widgets::Digits::tabular);
        sure->setToolTip(tr("Chance of being first with exactly these weights"));
        grid->addWidget(sure, line, 2, Qt::AlignTop | Qt::AlignRight);
        ++line;
    }
}

void RobustnessPanel::refreshSecondOpinion()
{
    const decision::SecondOpinion &opinion = session().analysis().secondOpinion;
    m_secondOpinion->setVisible(!opinion.net.empty());
    m_agreement->setStatus(opinion.agrees ? widgets::Status::ok : widgets::Status::warn,
                           opinion.agrees ? tr("Agrees") : tr("Disagrees"));
    m_secondOpinion->setText(opinion.sentence);
    m_flows->refresh(charts::flowsText(session().decision(), session().analysis()));
}

void RobustnessPanel::refreshAnyWeights()
{
    const decision::Decision &decision = session().decision();
    const decision::Analysis &analysis = session().analysis();
    const std::size_t leader = analysis.order.front();
    const bool known =
        leader < analysis.anyWeights.size() && leader < analysis.orderedWeights.size();
    m_anyWeights->setVisible(known);
    if (!known)
        return;
    QGridLayout *grid = m_anyWeightRows->restart();
    grid->setColumnStretch(0, 1);
    const auto add = [grid](const QString &text, int line, int column, TextRole role) {
        auto *label = new widgets::Label(text, role, Tone::secondary);
        label->setDigits(widgets::Digits::tabular);
        grid->addWidget(label, line, column, column > 0 ? Qt::AlignRight : Qt::Alignment{});
    };
    add(tr("%1 is ahead of").arg(decision.alternatives[leader].name), 0, 0, TextRole::caption);
    add(tr("of all weights"), 0, 1, TextRole::caption);
    add(tr("in your order"), 0, 2, TextRole::caption);
    int line = 1;
    for (const std::size_t other : analysis.order) {
        if (other == leader)
            continue;
        auto *name = new widgets::Label(decision.alternatives[other].name, TextRole::strong);
        name->setSeries(decision.alternatives[other].series);
        grid->addWidget(name, line, 0);
        add(decision::chanceText(analysis.anyWeights[leader][other]), line, 1, TextRole::body);
        add(decision::chanceText(analysis.orderedWeights[leader][other]), line, 2, TextRole::body);
        ++line;
    }
    QStringList dominance;
    for (const auto &[better, worse] : analysis.dominance)
        dominance.append(
            tr("%1 is at least as good as %2 on every need.")
                .arg(decision.alternatives[better].name, decision.alternatives[worse].name));
    m_anyWeights->setText(dominance.join(QLatin1Char(' ')));
}

void RobustnessPanel::refreshMustHaves()
{
    const decision::Analysis &analysis = session().analysis();
    m_mustHaves->setVisible(!analysis.mustHaves.empty());
    if (analysis.mustHaves.empty())
        return;
    m_mustHaves->setText(analysis.relaxation.value_or(QString()));
    QGridLayout *grid = m_mustHaveRows->restart();
    grid->setColumnStretch(1, 1);
    const auto add = [grid](decision::GateState state, const QString &text) {
        const int line = grid->rowCount();
        const auto &[status, word] = gateLook(state);
        grid->addWidget(new widgets::StatusPill(status, word), line, 0,
                        Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(wrapped(text), line, 1);
    };
    // Those that pass are told together, need by need.
    std::map<std::size_t, QStringList> passing;
    for (const decision::MustHaveResult &each : analysis.mustHaves) {
        if (each.result.state == decision::GateState::passes)
            passing[each.need].append(
                session().decision().alternatives[each.result.alternative].name);
        else
            add(each.result.state, each.sentence);
    }
    for (const auto &[need, names] : passing)
        add(decision::GateState::passes,
            QStringLiteral("%1: %2").arg(session().decision().needs[need].name,
                                         names.join(QStringLiteral(", "))));
}

void RobustnessPanel::refreshQuestions()
{
    const decision::Decision &decision = session().decision();
    const decision::Analysis &analysis = session().analysis();
    constexpr std::size_t kShown = 5;
    m_questions->setVisible(!analysis.openQuestions.empty());
    QGridLayout *grid = m_questionRows->restart();
    grid->setColumnStretch(0, 1);
    for (std::size_t k = 0; k < std::min(kShown, analysis.openQuestions.size()); ++k) {
        const decision::OpenQuestion &question = analysis.openQuestions[k];
        const int line = int(k);
        grid->addWidget(wrapped(question.sentence, Tone::primary), line, 0);
        const QString workload = decision.needs[question.value.need].workload;
        if (question.target.isEmpty() || workload.isEmpty())
            continue;
        auto *measure = widgets::makeButton(tr("Measure"), theme::Kind::link);
        measure->setObjectName(QStringLiteral("robustness.measure%1").arg(line));
        measure->setAccessibleDescription(question.sentence);
        theme::setKind(measure, theme::Kind::link, theme::ControlSize::small);
        connect(measure, &QAbstractButton::clicked, this,
                [this, workload, target = question.target] {
                    Q_EMIT measureRequested(workload, {target});
                });
        grid->addWidget(measure, line, 1, Qt::AlignRight);
    }
}

} // namespace weighbridge::views
