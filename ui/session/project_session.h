// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "core/evidence/measured_evidence.h"
#include "core/knowledge/catalogue.h"
#include "core/storage/project.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace weighbridge::session
{

class Autosave;

/// What the user is working on: one project, its analysis, its history of edits and its file.
/// Every edit goes through here, is one undo step and re-analyses at once. GUI thread.
class ProjectSession : public QObject
{
    Q_OBJECT

public:
    enum class SaveState { saved, saving, failed };
    Q_ENUM(SaveState)

    explicit ProjectSession(QObject *parent = nullptr);
    ~ProjectSession() override;

    [[nodiscard]] const storage::Project &project() const { return m_project; }
    [[nodiscard]] const decision::Decision &decision() const { return m_project.decision; }
    [[nodiscard]] const decision::Analysis &analysis() const { return m_analysis; }
    [[nodiscard]] const knowledge::Catalogue &catalogue() const
    {
        return knowledge::builtInCatalogue();
    }
    /// With what every analysis here is made: the day, and the machine that measures.
    [[nodiscard]] decision::AnalysisOptions analysisOptions() const;
    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }

    // --- the file -------------------------------------------------------------------------------
    /// Starts on `project`; from now on every change is written to `path` (nowhere where empty).
    void begin(const storage::Project &project, const QString &path);
    /// Replaces the project by the one in `path`; on failure everything stays as it is.
    Outcome open(const QString &path);
    /// Writes a copy to `path` and goes on there.
    Outcome continueAs(const QString &path);
    /// Waits for a pending write; before closing.
    void flush();
    [[nodiscard]] QString path() const;
    [[nodiscard]] SaveState saveState() const;
    [[nodiscard]] QString saveProblem() const; ///< one sentence where saveState() is failed

    // --- edits, one undo step each --------------------------------------------------------------
    /// Edits between beginGesture() and endGesture() are one step: a slider drag.
    void beginGesture();
    void endGesture();
    /// Any other edit of the decision as one undo step called `text` ("Weigh by Rank"); nothing
    /// happens where `decision` is the present one. Within a gesture, edits with the same
    /// `mergeKey` are one step. Precondition: `decision` is sound (decision::firstDefect).
    void change(const QString &text, const decision::Decision &decision,
                const QString &mergeKey = {});

    void setTitle(const QString &title);
    void setClient(const QString &client);
    /// Set by hand: rules leave the weight alone from now on.
    void setWeight(std::size_t need, double weight);
    /// Rated by hand; nullopt: not known.
    void setLevel(std::size_t need, std::size_t alternative, std::optional<double> level);
    /// The cell as the source has it. Nothing happens where no source rates it.
    void restoreSource(std::size_t need, std::size_t alternative);
    /// Alternatives below `level` are out; nullopt: none is.
    void setMustReach(std::size_t need, std::optional<double> level);
    void setDoubt(decision::Doubt doubt);
    /// Half-width of judged ratings in levels, more than 0.
    void setExactDoubt(double halfWidth);
    /// Between judged ratings of one alternative, 0–1.
    void setJudgementCorrelation(double correlation);
    /// Other alternatives under the same needs; those on show keep their ratings for later.
    void compare(decision::Comparison level);
    /// Fails where `value` is none that the question takes; nothing changes then.
    Outcome answer(const QString &question, const QString &value);
    void withdrawAnswer(const QString &question);
    void setRule(const QString &rule, bool on);
    void applyPreset(const knowledge::Preset &preset);
    void useEqualWeights();
    /// Needs, ratings and weights as the source has them for what is compared; answers go. Of the
    /// user's own list, only cells that a source rates change.
    void resetToSource();
    void addNeed(const QString &name);
    /// One of the knowledge base, with what is known about it. Precondition: it exists.
    void addKnownNeed(const QString &id);
    void removeNeed(std::size_t need);
    void renameNeed(std::size_t need, const QString &name);
    void moveNeed(std::size_t from, std::size_t to);
    void addAlternative(const QString &name);
    void removeAlternative(std::size_t alternative);
    void applyProposals(const evidence::Proposals &proposals);
    /// Keeps a finished run with the project. Not undoable: a measurement is a fact.
    void addRun(std::shared_ptr<const results::BenchmarkResult> run);
    void removeRun(const QString &id);

    /// What the source says about a cell; nullopt where no source rates it.
    [[nodiscard]] std::optional<decision::Rating> sourceRating(std::size_t need,
                                                               std::size_t alternative) const;
    /// What the runs suggest for the decision.
    [[nodiscard]] evidence::Proposals proposals() const;
    /// The analysis as it would be with `proposals` applied.
    [[nodiscard]] decision::Analysis preview(const evidence::Proposals &proposals) const;

Q_SIGNALS:
    void projectReplaced(); ///< another project; everything may differ
    void tableChanged();    ///< needs or alternatives added, removed, moved, renamed
    void decisionChanged(); ///< any weight, rating or doubt; the analysis is new
    void runsChanged();
    void titleChanged();
    void clientChanged();
    void saveStateChanged();

private:
    class Edit;

    [[nodiscard]] bool hasCell(std::size_t need, std::size_t alternative) const;
    /// One cell has become what it is in `after`.
    void changeRating(std::size_t need, std::size_t alternative, const decision::Decision &after);
    void push(const QString &text, storage::Project after, const QString &mergeKey);
    void assume(const storage::Project &project);

    storage::Project m_project;
    decision::Analysis m_analysis;
    QString m_machine; ///< fingerprint
    QUndoStack m_undoStack;
    std::unique_ptr<Autosave> m_autosave;
    int m_gesture = 0;
    bool m_inGesture = false;
};

} // namespace weighbridge::session
