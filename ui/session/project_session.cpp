// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/project_session.h"

#include "core/knowledge/comparison.h"
#include "core/knowledge/interview.h"
#include "core/knowledge/table_edit.h"
#include "core/measure/machine/machine.h"
#include "ui/session/autosave.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace weighbridge::session
{

namespace
{
/// Same rows and columns with the same names: only figures differ.
bool sameTable(const decision::Decision &a, const decision::Decision &b)
{
    const auto sameNeed = [](const decision::Need &x, const decision::Need &y) {
        return x.id == y.id && x.name == y.name && x.hint == y.hint;
    };
    return a.alternatives == b.alternatives &&
           std::equal(a.needs.begin(), a.needs.end(), b.needs.begin(), b.needs.end(), sameNeed);
}
} // namespace

/// Every edit is a pair of whole values: small, and nothing can be forgotten on the way back.
class ProjectSession::Edit : public QUndoCommand
{
public:
    Edit(ProjectSession &session, const QString &text, storage::Project before,
         storage::Project after, QString mergeKey)
        : QUndoCommand(text),
          m_session(session),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_mergeKey(std::move(mergeKey))
    {
    }

    void undo() override { m_session.assume(withCurrentRuns(m_before)); }
    void redo() override { m_session.assume(withCurrentRuns(m_after)); }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const Edit *>(next);
        if (edit->m_mergeKey != m_mergeKey)
            return false;
        m_after = edit->m_after;
        setObsolete(m_before.decision == m_after.decision && m_before.title == m_after.title &&
                    m_before.client == m_after.client);
        return true;
    }

private:
    storage::Project withCurrentRuns(storage::Project project) const
    {
        project.runs = m_session.m_project.runs;
        return project;
    }

    ProjectSession &m_session;
    storage::Project m_before;
    storage::Project m_after;
    QString m_mergeKey;
};

ProjectSession::ProjectSession(QObject *parent)
    : QObject(parent),
      m_machine(measure::describeMachine().fingerprint),
      m_autosave(std::make_unique<Autosave>())
{
    connect(m_autosave.get(), &Autosave::stateChanged, this, &ProjectSession::saveStateChanged);
    begin(storage::sampleProject(), {});
}

ProjectSession::~ProjectSession() = default;

decision::AnalysisOptions ProjectSession::analysisOptions() const
{
    decision::AnalysisOptions options;
    options.today = QDate::currentDate();
    options.machine = m_machine;
    return options;
}

void ProjectSession::begin(const storage::Project &project, const QString &path)
{
    m_project = project;
    m_analysis = decision::analyse(m_project.decision, analysisOptions());
    m_undoStack.clear();
    m_autosave->follow(path, m_project, Autosave::Content::unwritten);
    Q_EMIT projectReplaced();
}

Outcome ProjectSession::open(const QString &path)
{
    auto loaded = storage::loadProject(path);
    if (!loaded)
        return loaded.error();
    m_project = std::move(loaded).value();
    m_analysis = decision::analyse(m_project.decision, analysisOptions());
    m_undoStack.clear();
    m_autosave->follow(path, m_project, Autosave::Content::onDisk);
    Q_EMIT projectReplaced();
    return success();
}

Outcome ProjectSession::continueAs(const QString &path)
{
    if (auto outcome = storage::saveProject(path, m_project); !outcome)
        return outcome;
    m_autosave->follow(path, m_project, Autosave::Content::onDisk);
    return success();
}

void ProjectSession::flush()
{
    m_autosave->flush();
}

QString ProjectSession::path() const
{
    return m_autosave->path();
}

ProjectSession::SaveState ProjectSession::saveState() const
{
    if (!m_autosave->problem().isEmpty())
        return SaveState::failed;
    return m_autosave->pending() ? SaveState::saving : SaveState::saved;
}

QString ProjectSession::saveProblem() const
{
    return m_autosave->problem();
}

void ProjectSession::beginGesture()
{
    ++m_gesture;
    m_inGesture = true;
}

void ProjectSession::endGesture()
{
    m_inGesture = false;
}

void ProjectSession::setTitle(const QString &title)
{
    const QString trimmed = title.trimmed();
    if (trimmed.isEmpty() || trimmed == m_project.title)
        return;
    storage::Project after = m_project;
    after.title = trimmed;
    push(tr("Rename Project"), std::move(after), {});
}

void ProjectSession::setClient(const QString &client)
{
    if (client == m_project.client)
        return;
    storage::Project after = m_project;
    after.client = client;
    push(tr("Change Client"), std::move(after), QStringLiteral("client"));
}

void ProjectSession::setWeight(std::size_t need, double weight)
{
    if (need >= decision().needs.size())
        return;
    const decision::Need &shown = decision().needs[need];
    const double bounded = std::clamp(weight, 0.0, decision::kGreatestWeight);
    if (shown.weight != bounded)
        change(tr("Change Weight of %1").arg(shown.name),
               knowledge::withWeight(decision(), need, bounded),
               QStringLiteral("weight/") + shown.id);
}

void ProjectSession::setLevel(std::size_t need, std::size_t alternative,
                              std::optional<double> level)
{
    if (hasCell(need, alternative))
        changeRating(need, alternative,
                     knowledge::withLevel(decision(), catalogue(), decision().needs[need].id,
                                          decision().alternatives[alternative].id, level));
}

void ProjectSession::restoreSource(std::size_t need, std::size_t alternative)
{
    if (sourceRating(need, alternative))
        changeRating(need, alternative,
                     knowledge::withSourceRating(decision(), catalogue(), decision().needs[need].id,
                                                 decision().alternatives[alternative].id));
}

bool ProjectSession::hasCell(std::size_t need, std::size_t alternative) const
{
    return need < decision().needs.size() && alternative < decision().alternatives.size();
}

void ProjectSession::changeRating(std::size_t need, std::size_t alternative,
                                  const decision::Decision &after)
{
    change(tr("Change Rating of %1 for %2")
               .arg(decision().alternatives[alternative].name, decision().needs[need].name),
           after, QStringLiteral("rating/%1/%2").arg(need).arg(alternative));
}

void ProjectSession::setMustReach(std::size_t need, std::optional<double> level)
{
    if (need >= decision().needs.size())
        return;
    decision::Decision after = decision();
    after.needs[need].mustReach = level;
    const QString &name = after.needs[need].name;
    change(level ? tr("Make %1 a Must-have").arg(name) : tr("Make %1 No Must-have").arg(name),
           after);
}

void ProjectSession::compare(decision::Comparison level)
{
    if (level == decision().comparison)
        return;
    const QString text = level == decision::Comparison::languages    ? tr("Compare Languages")
                         : level == decision::Comparison::frameworks ? tr("Compare Frameworks")
                                                                     : tr("Compare My Own");
    change(text, knowledge::withComparison(decision(), catalogue(), level));
}

Outcome ProjectSession::answer(const QString &question, const QString &value)
{
    return changeTo(tr("Answer a Question"),
                    knowledge::withAnswer(decision(), catalogue(), {question, value}));
}

Outcome ProjectSession::changeTo(const QString &text, const Result<decision::Decision> &after)
{
    if (!after)
        return after.error();
    change(text, after.value());
    return success();
}

void ProjectSession::withdrawAnswer(const QString &question)
{
    change(tr("Withdraw an Answer"), knowledge::withoutAnswer(decision(), catalogue(), question));
}

void ProjectSession::setRule(const QString &rule, bool on)
{
    change(on ? tr("Switch On Rule %1").arg(rule) : tr("Switch Off Rule %1").arg(rule),
           knowledge::withRule(decision(), catalogue(), rule, on));
}

void ProjectSession::setDoubt(decision::Doubt doubt)
{
    decision::Decision after = decision();
    after.setRatingHalfWidth(decision::halfWidthOf(doubt));
    change(tr("Change Doubt"), after);
}

void ProjectSession::setExactDoubt(double halfWidth)
{
    decision::Decision after = decision();
    after.setRatingHalfWidth(halfWidth);
    change(tr("Change Doubt"), after, QStringLiteral("doubt"));
}

void ProjectSession::setJudgementCorrelation(double correlation)
{
    decision::Decision after = decision();
    after.judgementCorrelation = correlation;
    change(tr("Change Doubt"), after, QStringLiteral("correlation"));
}

void ProjectSession::applyPreset(const knowledge::Preset &preset)
{
    change(tr("Start from %1").arg(preset.name), knowledge::withPreset(decision(), preset));
}

void ProjectSession::useEqualWeights()
{
    decision::Decision after = decision();
    for (decision::Need &need : after.needs)
        need.weight = decision::kGreatestWeight / 2;
    change(tr("Use Equal Weights"), after);
}

void ProjectSession::resetToSource()
{
    decision::Decision after = decision();
    if (after.comparison == decision::Comparison::own) {
        for (std::size_t need = 0; need < after.needs.size(); ++need) {
            after.needs[need].weight = after.needs[need].sourceWeight;
            for (std::size_t i = 0; i < after.alternatives.size(); ++i) {
                if (const auto source = sourceRating(need, i))
                    after.needs[need].ratings[i] = *source;
            }
        }
    } else {
        const decision::Decision source =
            after.comparison == decision::Comparison::languages
                ? catalogue().table
                : knowledge::withComparison(catalogue().table, catalogue(), after.comparison);
        after.needs = source.needs;
        after.alternatives = source.alternatives;
    }
    after.answers.clear();
    after.effects.clear();
    change(tr("Reset to Source"), after);
}

Outcome ProjectSession::addNeed(const QString &idOrName)
{
    return changeTo(tr("Add Need"), knowledge::withAddedNeed(decision(), catalogue(), idOrName));
}

void ProjectSession::removeNeed(std::size_t need)
{
    if (need < decision().needs.size())
        change(tr("Remove %1").arg(decision().needs[need].name),
               knowledge::withoutNeed(decision(), catalogue(), decision().needs[need].id));
}

void ProjectSession::renameNeed(std::size_t need, const QString &name)
{
    decision::Decision after = decision();
    if (need >= after.needs.size() || name.trimmed().isEmpty())
        return;
    after.needs[need].name = name.trimmed();
    change(tr("Rename Need"), after);
}

void ProjectSession::moveNeed(std::size_t from, std::size_t to)
{
    decision::Decision after = decision();
    if (from >= after.needs.size() || to >= after.needs.size() || from == to)
        return;
    const auto begin = after.needs.begin();
    if (from < to)
        std::rotate(begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(from) + 1,
                    begin + std::ptrdiff_t(to) + 1);
    else
        std::rotate(begin + std::ptrdiff_t(to), begin + std::ptrdiff_t(from),
                    begin + std::ptrdiff_t(from) + 1);
    change(tr("Move Need"), after);
}

Outcome ProjectSession::addAlternative(const QString &name)
{
    return changeTo(tr("Add Alternative"),
                    knowledge::withAlternative(decision(), catalogue(), name));
}

void ProjectSession::removeAlternative(std::size_t alternative)
{
    if (alternative < decision().alternatives.size())
        change(tr("Remove %1").arg(decision().alternatives[alternative].name),
               knowledge::withoutAlternative(decision(), catalogue(),
                                             decision().alternatives[alternative].id));
}

void ProjectSession::applyProposals(const evidence::Proposals &proposals)
{
    if (!proposals.isEmpty())
        change(tr("Apply Measurements"),
               knowledge::withMeasurements(decision(), catalogue(), proposals));
}

void ProjectSession::addRun(std::shared_ptr<const results::BenchmarkResult> run)
{
    m_project.runs.push_back(std::move(run));
    m_autosave->projectChanged(m_project);
    Q_EMIT runsChanged();
}

void ProjectSession::removeRun(const QString &id)
{
    std::erase_if(m_project.runs, [&id](const auto &run) { return run->id == id; });
    m_autosave->projectChanged(m_project);
    Q_EMIT runsChanged();
}

std::optional<decision::Rating> ProjectSession::sourceRating(std::size_t need,
                                                             std::size_t alternative) const
{
    return knowledge::sourceRating(decision(), catalogue(), decision().needs[need].id,
                                   decision().alternatives[alternative].id);
}

evidence::MeasurementOffer ProjectSession::offer() const
{
    return evidence::offerOf(decision(), m_project.runs);
}

evidence::Proposals ProjectSession::proposals() const
{
    return evidence::propose(decision(), m_project.runs);
}

decision::Analysis ProjectSession::preview(const evidence::Proposals &proposals) const
{
    return decision::analyse(knowledge::withMeasurements(decision(), catalogue(), proposals),
                             analysisOptions());
}

void ProjectSession::change(const QString &text, const decision::Decision &decision,
                            const QString &mergeKey)
{
    Q_ASSERT(decision::firstDefect(decision).isEmpty());
    storage::Project after = m_project;
    after.decision = decision;
    push(text, std::move(after), mergeKey);
}

void ProjectSession::push(const QString &text, storage::Project after, const QString &mergeKey)
{
    if (after.decision == m_project.decision && after.title == m_project.title &&
        after.client == m_project.client)
        return;
    const QString key = mergeKey.isEmpty() || !m_inGesture
                            ? QString()
                            : mergeKey + QStringLiteral("#%1").arg(m_gesture);
    m_undoStack.push(new Edit(*this, text, m_project, std::move(after), key));
}

void ProjectSession::assume(const storage::Project &project)
{
    const storage::Project before = std::exchange(m_project, project);
    m_autosave->projectChanged(m_project);
    if (before.title != project.title)
        Q_EMIT titleChanged();
    if (before.client != project.client)
        Q_EMIT clientChanged();
    if (before.decision == project.decision)
        return;
    m_analysis = decision::analyse(m_project.decision, analysisOptions());
    if (!sameTable(before.decision, project.decision))
        Q_EMIT tableChanged();
    Q_EMIT decisionChanged();
}

} // namespace weighbridge::session
