// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/weigher_rows.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_prompt.h"

#include <QDialog>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QMenu>
#include <QSignalBlocker>

namespace weighbridge::views
{

namespace
{
using theme::TextRole;
using theme::Tone;

enum Column { nameColumn, amountColumn, leaderColumn, scoresColumn, menuColumn };
} // namespace

WeigherRows::WeigherRows(const Texts &texts, const Amount &amount, QWidget *parent)
    : Rows(parent), m_texts(texts), m_amount(amount)
{
}

void WeigherRows::setRows(const std::vector<Row> &rows)
{
    if (rows.size() != m_rows.size())
        build(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        Controls &controls = m_rows[i];
        controls.id = row.id;
        controls.name->setText(row.name);
        controls.amount->setObjectName(QStringLiteral("amount.") + row.id);
        controls.amount->setAccessibleName(QStringLiteral("%1: %2").arg(m_texts.amount, row.name));
        const QSignalBlocker blocker(controls.amount);
        controls.amount->setValue(row.amount);
        controls.leader->setObjectName(QStringLiteral("leader.") + row.id);
        controls.leader->setText(row.leader);
        controls.leader->setSeries(row.leaderSeries);
        controls.scores->setText(row.scores);
        controls.menu->setObjectName(QStringLiteral("menu.") + row.id);
        controls.menu->setAccessibleName(tr("More for %1").arg(row.name));
    }
}

void WeigherRows::build(std::size_t count)
{
    // A number that is being typed is entered when its box goes; nobody is to hear of it then.
    for (const Controls &row : m_rows)
        row.amount->disconnect(this);
    m_rows.clear();
    QGridLayout *grid = restart();
    grid->setColumnStretch(nameColumn, 3);
    grid->setColumnStretch(scoresColumn, 4);
    const auto head = [grid](const QString &text, int column) {
        grid->addWidget(new widgets::Label(text, TextRole::caption, Tone::secondary), 0, column);
    };
    head(m_texts.name, nameColumn);
    head(m_texts.amount, amountColumn);
    head(m_texts.leader, leaderColumn);
    for (std::size_t i = 0; i < count; ++i) {
        Controls row;
        row.name = new widgets::ElidedLabel({}, TextRole::strong);
        row.amount = new QDoubleSpinBox;
        row.amount->setRange(0, m_amount.greatest);
        row.amount->setSingleStep(m_amount.step);
        row.amount->setDecimals(m_amount.decimals);
        row.amount->setSuffix(m_texts.suffix);
        row.amount->setKeyboardTracking(false);
        connect(row.amount, &QDoubleSpinBox::valueChanged, this, [this, i](double value) {
            const QString id = m_rows[i].id;
            Q_EMIT amountChanged(id, value);
        });
        row.leader = new widgets::Label({}, TextRole::strong);
        row.scores = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
        row.scores->setDigits(widgets::Digits::tabular);
        row.menu = new widgets::IconButton(theme::Glyph::more, tr("More"));
        connect(row.menu, &QAbstractButton::clicked, this, [this, i] { showMenu(m_rows[i]); });
        const int line = int(i) + 1;
        grid->addWidget(row.name, line, nameColumn);
        grid->addWidget(row.amount, line, amountColumn);
        grid->addWidget(row.leader, line, leaderColumn);
        grid->addWidget(row.scores, line, scoresColumn);
        grid->addWidget(row.menu, line, menuColumn);
        m_rows.push_back(row);
    }
}

void WeigherRows::showMenu(const Controls &row)
{
    const QString id = row.id;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit weights…"), this, [this, id] { Q_EMIT editRequested(id); });
    Q_EMIT menuAboutToShow(id, menu);
    menu->addSeparator();
    menu->addAction(tr("Rename…"), this, [this, id, name = row.name->text()] { rename(id, name); });
    menu->addAction(tr("Remove"), this, [this, id] { Q_EMIT removeRequested(id); });
    menu->popup(row.menu->mapToGlobal(QPoint(0, row.menu->height())));
    Q_EMIT opened(id, menu);
}

void WeigherRows::rename(const QString &id, const QString &name)
{
    QDialog *dialog =
        widgets::askForText(this, tr("Rename %1").arg(name), tr("Name"), name,
                            [this, id](const QString &text) { Q_EMIT renamed(id, text); });
    Q_EMIT opened(id, dialog);
}

} // namespace weighbridge::views
