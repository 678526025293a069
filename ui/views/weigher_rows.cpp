// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/weigher_rows.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_prompt.h"

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
        const Controls &controls = m_rows[i];
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
        connect(row.amount, &QDoubleSpinBox::valueChanged, this,
                [this, i](double value) { Q_EMIT amountChanged(i, value); });
        row.leader = new widgets::Label({}, TextRole::strong);
        row.scores = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
        row.scores->setDigits(widgets::Digits::tabular);
        row.menu = new widgets::IconButton(theme::Glyph::more, tr("More"));
        connect(row.menu, &QAbstractButton::clicked, this, [this, i] { showMenu(i); });
        const int line = int(i) + 1;
        grid->addWidget(row.name, line, nameColumn);
        grid->addWidget(row.amount, line, amountColumn);
        grid->addWidget(row.leader, line, leaderColumn);
        grid->addWidget(row.scores, line, scoresColumn);
        grid->addWidget(row.menu, line, menuColumn);
        m_rows.push_back(row);
    }
}

void WeigherRows::showMenu(std::size_t row)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit weights…"), this, [this, row] { Q_EMIT editRequested(row); });
    Q_EMIT menuAboutToShow(row, menu);
    menu->addSeparator();
    menu->addAction(tr("Rename…"), this, [this, row] { rename(row); });
    menu->addAction(tr("Remove"), this, [this, row] { Q_EMIT removeRequested(row); });
    const QWidget *button = m_rows[row].menu;
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void WeigherRows::rename(std::size_t row)
{
    const QString name = m_rows[row].name->text();
    widgets::askForText(this, tr("Rename %1").arg(name), tr("Name"), name,
                        [this, row](const QString &text) { Q_EMIT renamed(row, text); });
}

} // namespace weighbridge::views
