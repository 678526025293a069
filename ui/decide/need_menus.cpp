// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_menus.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "ui/decide/need_text.h"
#include "ui/widgets/text_prompt.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
constexpr int kRawDecimals = 3;

struct NeedMenu {
    Q_DECLARE_TR_FUNCTIONS(NeedMenu)
};

QMenu *makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

/// A threshold in the unit that the need is measured in.
void askForRawThreshold(session::ProjectSession &session, std::size_t need, QWidget *parent)
{
    const decision::Need &shown = session.decision().needs[need];
    const decision::Anchors anchors = *shown.anchors;
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(NeedMenu::tr("Must-have"));
    dialog->setLabelText(anchors.lowest < anchors.highest
                             ? NeedMenu::tr("%1: at least, in %2").arg(shown.name, anchors.unit)
                             : NeedMenu::tr("%1: at most, in %2").arg(shown.name, anchors.unit));
    dialog->setDoubleDecimals(kRawDecimals);
    // What stands for the levels of the scale, ends included.
    const auto [least, greatest] = std::minmax(anchors.lowest, anchors.highest);
    dialog->setDoubleRange(least, greatest);
    const double middle = (decision::kLowestLevel + decision::kHighestLevel) / 2;
    dialog->setDoubleValue(decision::rawOf(shown.mustReach.value_or(middle), anchors));
    QObject::connect(dialog, &QInputDialog::doubleValueSelected, &session,
                     [&session, need, anchors](double raw) {
                         session.setMustReach(need, decision::levelOf(raw, anchors));
                     });
    dialog->open();
}

void fillMustHave(QMenu &menu, session::ProjectSession &session, std::size_t need, QWidget *parent)
{
    const decision::Need &shown = session.decision().needs[need];
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, std::optional<double> level) {
        QAction *action = menu.addAction(
            text, &session, [&session, need, level] { session.setMustReach(need, level); });
        action->setCheckable(true);
        action->setChecked(shown.mustReach == level);
        group->addAction(action);
    };
    add(NeedMenu::tr("No must-have"), std::nullopt);
    for (int level = int(decision::kLowestLevel) + 1; level <= int(decision::kHighestLevel);
         ++level)
        add(NeedMenu::tr("At least level %1").arg(levelText(shown, level)), double(level));
    if (shown.anchors)
        menu.addAction(NeedMenu::tr("In %1…").arg(shown.anchors->unit), &session,
                       [&session, need, parent] { askForRawThreshold(session, need, parent); });
}
} // namespace

void showNeedMenu(session::ProjectSession &session, std::size_t need, QWidget *parent,
                  const QPoint &at)
{
    const decision::Need &shown = session.decision().needs[need];
    QMenu *menu = makeMenu(parent);
    menu->addSection(shown.name);
    fillMustHave(*menu->addMenu(NeedMenu::tr("Must-have")), session, need, parent);
    menu->addSeparator();
    menu->addAction(NeedMenu::tr("Rename…"), parent, [&session, need, parent, name = shown.name] {
        widgets::askForText(
            parent, NeedMenu::tr("Rename Need"), NeedMenu::tr("Name"), name,
            [&session, need](const QString &text) { session.renameNeed(need, text); });
    });
    menu->addAction(NeedMenu::tr("Move up"), &session,
                    [&session, need] { session.moveNeed(need, need - 1); })
        ->setEnabled(need > 0);
    menu->addAction(NeedMenu::tr("Move down"), &session,
                    [&session, need] { session.moveNeed(need, need + 1); })
        ->setEnabled(need + 1 < session.decision().needs.size());
    menu->addSeparator();
    menu->addAction(NeedMenu::tr("Remove"), &session,
                    [&session, need] { session.removeNeed(need); });
    menu->popup(at);
}

void showAlternativeMenu(session::ProjectSession &session, std::size_t alternative, QWidget *parent,
                         const QPoint &at)
{
    QMenu *menu = makeMenu(parent);
    menu->addAction(
        NeedMenu::tr("Remove %1").arg(session.decision().alternatives[alternative].name), &session,
        [&session, alternative] { session.removeAlternative(alternative); });
    menu->popup(at);
}

} // namespace weighbridge::decide
