// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/weighing/weighing.h"

#include "ui/session/presence.h"
#include "ui/session/project_session.h"
#include "ui/weighing/model_editor.h"
#include "ui/weighing/pair_editor.h"
#include "ui/weighing/rank_editor.h"
#include "ui/weighing/slider_editor.h"
#include "ui/weighing/swing_editor.h"
#include "ui/weighing/weighing_dialog.h"

#include <QCoreApplication>

namespace weighbridge::weighing
{

namespace
{
struct Weighing {
    Q_DECLARE_TR_FUNCTIONS(Weighing)
};

/// Opens a dialog around `editor`; what it proposes becomes the undo step `step`.
void openFor(session::ProjectSession &session, QWidget *parent, Editor *editor,
             const WeighingDialog::Texts &texts, const QString &step)
{
    auto *dialog = new WeighingDialog(
        texts, editor,
        [&session, step](const decision::Decision &proposed) { session.change(step, proposed); },
        parent);
    const auto isSame = [subject = session.decision()](const decision::Decision &decision) {
        return decision == subject;
    };
    QObject::connect(new session::Presence(session, isSame, dialog), &session::Presence::ended,
                     dialog, &QWidget::close);
    dialog->open();
}
} // namespace

void weighByRank(QWidget *parent, session::ProjectSession &session)
{
    openFor(session, parent, new RankEditor(session.decision()),
            {Weighing::tr("Rank the needs"),
             Weighing::tr("Drag the needs into their order of importance, or move them with Alt+Up "
                          "and Alt+Down. The weights follow from the order alone."),
             Weighing::tr("Use these weights")},
            Weighing::tr("Rank the Needs"));
}

void weighBySwing(QWidget *parent, session::ProjectSession &session)
{
    openFor(session, parent, new SwingEditor(session.decision()),
            {Weighing::tr("Swing weights"),
             Weighing::tr("Imagine every need at its worst. Give 100 points to the step from worst "
                          "to best that you would take first, and the other steps points relative "
                          "to it."),
             Weighing::tr("Use these weights")},
            Weighing::tr("Set Swing Weights"));
}

void weighByPairs(QWidget *parent, session::ProjectSession &session)
{
    openFor(session, parent, new PairEditor(session.decision()),
            {Weighing::tr("Compare in pairs"),
             Weighing::tr("Move each slider towards the need that matters more: two steps mean "
                          "3 times as much (somewhat more), eight mean 9 times (far more)."),
             Weighing::tr("Use these weights")},
            Weighing::tr("Compare the Needs in Pairs"));
}

void chooseWeightModel(QWidget *parent, session::ProjectSession &session)
{
    openFor(session, parent, new ModelEditor(session.decision()),
            {Weighing::tr("How sure are the weights?"),
             Weighing::tr("The scores stay as they are. What is known of the weights decides how "
                          "sure the leader is of its place."),
             Weighing::tr("Use this")},
            Weighing::tr("Change the Sureness of Weights"));
}

QDialog *editWeights(QWidget *parent, const QString &title, const decision::Decision &shown,
                     std::function<void(const decision::Decision &)> accepted)
{
    auto *dialog = new WeighingDialog(
        {title, Weighing::tr("0 means that the need does not count here, 10 that it counts most."),
         Weighing::tr("Use these weights")},
        new SliderEditor(shown), std::move(accepted), parent);
    dialog->open();
    return dialog;
}

} // namespace weighbridge::weighing
