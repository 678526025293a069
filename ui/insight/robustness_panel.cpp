// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/insight/robustness_panel.h"

#include "ui/charts/acceptability_chart.h"
#include "ui/charts/flow_chart.h"
#include "ui/charts/picture.h"
#include "ui/insight/rows.h"
#include "ui/insight/section.h"
#include "ui/models/analysis_refinement.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QGridLayout>
#include <QLocale>

namespace weighbridge::insight
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
} // namespace

RobustnessPanel::RobustnessPanel(models::ProjectSession &session)
    : Panel(session), m_refinement(std::make_unique<models::AnalysisRefinement>(session))
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
    m_doubt = add(tr("Where the doubt comes from"), "doubt");
    m_questions = add(tr("Worth knowing next"), "questions");
    m_questionRows = addRows(m_questions);
    m_secondOpinion = add(tr("A second method: PROMETHEE II"), "second-opinion");
    makeSecondOpinion();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_nothing);
    layout->addWidget(m_sections);
    connect(m_refinement.get(), &models::AnalysisRefinement::refined, this,
            &RobustnessPanel::showRefined);
}

RobustnessPanel::~RobustnessPanel() = default;

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
    m_refinement->setWanted(true);
}

void RobustnessPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_refinement->setWanted(false);
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
    showRefined();
}

void RobustnessPanel::showRefined()
{
    if (const decision::Analysis *found = m_refinement->analysis())
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
    const bool upToDate = m_refinement->analysis() != nullptr;
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
    QString text = opinion.sentence;
    if (opinion.incomparable)
        text += QLatin1Char(' ') + tr("It cannot order the first two: each is ahead in one of the "
                                      "two flows.");
    m_secondOpinion->setText(text);
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
    QStringList lines;
    for (const std::size_t other : analysis.order) {
        if (other != leader)
            lines.append(
                tr("%1 beats %2 under %3 of all conceivable weights, and under %4 of those in "
                   "your order of importance.")
                    .arg(decision.alternatives[leader].name, decision.alternatives[other].name,
                         decision::chanceText(analysis.anyWeights[leader][other]),
                         decision::chanceText(analysis.orderedWeights[leader][other])));
    }
    for (const auto &[better, worse] : analysis.dominance)
        lines.append(
            tr("%1 is at least as good as %2 on every need.")
                .arg(decision.alternatives[better].name, decision.alternatives[worse].name));
    m_anyWeights->setText(lines.join(QLatin1Char('\n')));
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
    int line = 0;
    for (const decision::MustHaveResult &each : analysis.mustHaves) {
        using decision::GateState;
        const GateState state = each.result.state;
        auto *pill =
            new widgets::StatusPill(state == GateState::passes     ? widgets::Status::ok
                                    : state == GateState::atRisk   ? widgets::Status::warn
                                    : state == GateState::excluded ? widgets::Status::err
                                                                   : widgets::Status::neutral,
                                    state == GateState::passes     ? tr("Passes")
                                    : state == GateState::atRisk   ? tr("At risk")
                                    : state == GateState::excluded ? tr("Out")
                                                                   : tr("Unproven"));
        grid->addWidget(pill, line, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(wrapped(each.sentence), line, 1);
        ++line;
    }
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
        connect(measure, &QAbstractButton::clicked, this,
                [this, workload, target = question.target] {
                    Q_EMIT measureRequested(workload, {target});
                });
        grid->addWidget(measure, line, 1, Qt::AlignRight);
    }
}

} // namespace weighbridge::insight
