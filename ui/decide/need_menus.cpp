// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_menus.h"

#include "core/decision/model/value_function.h"
#include "core/decision/model/value_text.h"
#include "ui/decide/need_text.h"
#include "ui/session/presence.h"
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

/// What a menu or dialog is about: a need, wherever it stands by now.
class Subject
{
public:
    Subject(session::ProjectSession &session, std::size_t need)
        : m_session(&session), m_id(session.decision().needs[need].id)
    {
    }

    [[nodiscard]] session::ProjectSession &session() const { return *m_session; }
    /// As it is now; only while it is there.
    [[nodiscard]] const decision::Need &need() const
    {
        return *m_session->decision().findNeed(m_id);
    }
    /// Calls `edit` with its position, unless it is gone.
    template <typename Edit> void edit(Edit edit) const
    {
        if (const auto position = session::needPosition(m_session->decision(), m_id))
            edit(*m_session, *position);
    }
    /// Closes `shown` when the need is gone.
    void closeWhenGone(QWidget *shown) const
    {
        const auto isThere = [id = m_id](const decision::Decision &decision) {
            return decision.findNeed(id) != nullptr;
        };
        QObject::connect(new session::Presence(*m_session, isThere, shown),
                         &session::Presence::ended, shown, &QWidget::close);
    }

private:
    session::ProjectSession *m_session;
    QString m_id;
};

/// Of the window: what is opened from a table lives longer than that table.
QMenu *makeMenu(const QWidget *from)
{
    auto *menu = new QMenu(from->window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

/// A threshold in the unit that the need is measured in.
void askForRawThreshold(const Subject &subject, QWidget *window)
{
    const decision::Need &shown = subject.need();
    const decision::Anchors anchors = *shown.anchors;
    auto *dialog = new QInputDialog(window);
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
    QObject::connect(dialog, &QInputDialog::doubleValueSelected, &subject.session(),
                     [subject, anchors](double raw) {
                         subject.edit([&](session::ProjectSession &session, std::size_t need) {
                             session.setMustReach(need, decision::levelOf(raw, anchors));
                         });
                     });
    subject.closeWhenGone(dialog);
    dialog->open();
}

void fillMustHave(QMenu &menu, const Subject &subject, QWidget *window)
{
    const decision::Need &shown = subject.need();
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, std::optional<double> level) {
        QAction *action = menu.addAction(text, &subject.session(), [subject, level] {
            subject.edit([&](session::ProjectSession &session, std::size_t need) {
                session.setMustReach(need, level);
            });
        });
        action->setCheckable(true);
        action->setChecked(shown.mustReach == level);
        group->addAction(action);
    };
    add(NeedMenu::tr("No must-have"), std::nullopt);
    for (int level = int(decision::kLowestLevel) + 1; level <= int(decision::kHighestLevel);
         ++level)
        add(NeedMenu::tr("At least level %1").arg(levelText(shown, level)), double(level));
    if (shown.anchors)
        menu.addAction(NeedMenu::tr("In %1…").arg(shown.anchors->unit), window,
                       [subject, window] { askForRawThreshold(subject, window); });
}

void askForName(const Subject &subject, QWidget *window)
{
    QDialog *dialog = widgets::askForText(
        window, NeedMenu::tr("Rename Need"), NeedMenu::tr("Name"), subject.need().name,
        [subject](const QString &text) {
            subject.edit([&](session::ProjectSession &session, std::size_t need) {
                session.renameNeed(need, text);
            });
        });
    subject.closeWhenGone(dialog);
}

void fillMoves(QMenu &menu, const Subject &subject)
{
    const auto add = [&](const QString &text, std::ptrdiff_t by) {
        return menu.addAction(text, &subject.session(), [subject, by] {
            subject.edit([by](session::ProjectSession &session, std::size_t need) {
                session.moveNeed(need, need + std::size_t(by));
            });
        });
    };
    QAction *up = add(NeedMenu::tr("Move up"), -1);
    QAction *down = add(NeedMenu::tr("Move down"), 1);
    subject.edit([&](const session::ProjectSession &session, std::size_t need) {
        up->setEnabled(need > 0);
        down->setEnabled(need + 1 < session.decision().needs.size());
    });
}
} // namespace

void showNeedMenu(session::ProjectSession &session, std::size_t need, QWidget *from,
                  const QPoint &at)
{
    const Subject subject(session, need);
    QWidget *window = from->window();
    QMenu *menu = makeMenu(from);
    menu->addSection(subject.need().name);
    fillMustHave(*menu->addMenu(NeedMenu::tr("Must-have")), subject, window);
    menu->addSeparator();
    menu->addAction(NeedMenu::tr("Rename…"), window,
                    [subject, window] { askForName(subject, window); });
    fillMoves(*menu, subject);
    menu->addSeparator();
    menu->addAction(NeedMenu::tr("Remove"), &session, [subject] {
        subject.edit([](auto &project, std::size_t position) { project.removeNeed(position); });
    });
    subject.closeWhenGone(menu);
    menu->popup(at);
}

void showAlternativeMenu(session::ProjectSession &session, std::size_t alternative, QWidget *from,
                         const QPoint &at)
{
    const decision::Alternative &shown = session.decision().alternatives[alternative];
    QMenu *menu = makeMenu(from);
    menu->addAction(NeedMenu::tr("Remove %1").arg(shown.name), &session, [&session, id = shown.id] {
        if (const auto position = session.decision().alternativeIndex(id))
            session.removeAlternative(*position);
    });
    const auto isThere = [id = shown.id](const decision::Decision &decision) {
        return decision.alternativeIndex(id).has_value();
    };
    QObject::connect(new session::Presence(session, isThere, menu), &session::Presence::ended, menu,
                     &QWidget::close);
    menu->popup(at);
}

} // namespace weighbridge::decide
