// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_picker.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;

constexpr QSize kSize(460, 480);
constexpr int kIdRole = Qt::UserRole;
} // namespace

NeedPicker::NeedPicker(session::ProjectSession &session, QWidget *parent)
    : QDialog(parent), m_session(session)
{
    setObjectName(QStringLiteral("need.picker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add Need"));
    resize(kSize);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("need.search"));
    m_search->setPlaceholderText(tr("What does the project need?"));
    m_search->setAccessibleName(tr("What does the project need?"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("need.list"));
    m_list->setAccessibleName(tr("Needs of the knowledge base"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_own = widgets::makeButton(tr("Add under this name"));
    m_own->setObjectName(QStringLiteral("need.own"));
    m_own->setToolTip(tr("A need of your own: you rate the alternatives yourself"));
    m_add = widgets::makeButton(tr("Add chosen"), theme::Kind::primary);
    m_add->setObjectName(QStringLiteral("need.chosen"));
    m_problem = new widgets::Label({}, theme::TextRole::label, theme::Tone::err);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_own);
    buttons->addStretch();
    buttons->addWidget(m_add);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(Spacing::medium);
    rows->addWidget(m_search);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_problem);
    rows->addLayout(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &NeedPicker::filter);
    connect(m_list, &QListWidget::itemActivated, this, &NeedPicker::addChosen);
    connect(m_list, &QListWidget::currentItemChanged, this,
            [this] { m_add->setEnabled(m_list->currentItem() != nullptr); });
    connect(m_own, &QAbstractButton::clicked, this, &NeedPicker::addOwn);
    connect(m_add, &QAbstractButton::clicked, this, &NeedPicker::addChosen);
    fill();
    filter();
}

void NeedPicker::fill()
{
    for (const decision::Need &need : m_session.catalogue().languages.needs) {
        if (m_session.decision().findNeed(need.id))
            continue;
        auto *item = new QListWidgetItem(
            need.hint.isEmpty() ? need.name : tr("%1 — %2").arg(need.name, need.hint), m_list);
        item->setData(kIdRole, need.id);
    }
}

void NeedPicker::filter()
{
    const QString wanted = m_search->text().trimmed();
    m_problem->hide();
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = item->text().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
    m_add->setEnabled(first != nullptr);
    m_own->setEnabled(!wanted.isEmpty());
    m_add->setDefault(first != nullptr);
    m_own->setDefault(!first);
}

bool NeedPicker::eventFilter(QObject *watched, QEvent *event)
{
    // Up and down choose in the list while the hands stay in the field.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QDialog::eventFilter(watched, event);
}

void NeedPicker::addOwn()
{
    add(m_search->text().trimmed());
}

void NeedPicker::addChosen()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        add(item->data(kIdRole).toString());
}

void NeedPicker::add(const QString &idOrName)
{
    if (const Outcome added = m_session.addNeed(idOrName)) {
        accept();
    } else {
        m_problem->setText(added.error().message());
        m_problem->show();
    }
}

} // namespace weighbridge::decide
