// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_table.h"

#include "ui/decide/cell_details.h"
#include "ui/decide/need_grid.h"
#include "ui/decide/need_matrix.h"
#include "ui/decide/need_picker.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_prompt.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;

constexpr std::size_t kMostInGrid = 2;
} // namespace

NeedTable::NeedTable(session::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    addFooter();
    const auto onKey = [this](QKeySequence::StandardKey key, void (NeedTable::*action)()) {
        // Where a figure is typed in, its editor takes the keys.
        connect(new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, action);
    };
    onKey(QKeySequence::Copy, &NeedTable::copy);
    onKey(QKeySequence::Paste, &NeedTable::paste);
    connect(&session, &session::ProjectSession::projectReplaced, this, &NeedTable::build);
    connect(&session, &session::ProjectSession::tableChanged, this, &NeedTable::build);
    connect(&session, &session::ProjectSession::decisionChanged, this, &NeedTable::refresh);
    build();
}

void NeedTable::build()
{
    const bool few = m_session.decision().alternatives.size() <= kMostInGrid;
    discard(m_grid);
    m_grid = nullptr;
    if (few && m_matrix) {
        discard(m_matrix);
        m_matrix = nullptr;
    }
    if (few) {
        m_grid = new NeedGrid(m_session);
        connect(m_grid, &NeedGrid::detailsRequested, this, &NeedTable::showDetails);
        body()->insertWidget(0, m_grid);
    } else if (!m_matrix) {
        m_matrix = new NeedMatrix(m_session);
        connect(m_matrix, &NeedMatrix::detailsRequested, this, &NeedTable::showDetails);
        body()->insertWidget(0, m_matrix);
    }
    refresh();
    arrange(m_narrow);
}

void NeedTable::discard(QWidget *table)
{
    if (!table)
        return;
    // A slider of it may be what emitted the change: it must live until it returns.
    body()->removeWidget(table);
    table->hide();
    table->deleteLater();
}

void NeedTable::addFooter()
{
    auto *addNeed = widgets::makeButton(tr("Add need"), theme::Kind::ghost, theme::Glyph::plus);
    addNeed->setObjectName(QStringLiteral("need.add"));
    connect(addNeed, &QAbstractButton::clicked, this, &NeedTable::askForNeed);
    auto *addAlternative =
        widgets::makeButton(tr("Add alternative"), theme::Kind::ghost, theme::Glyph::plus);
    addAlternative->setObjectName(QStringLiteral("alternative.add"));
    connect(addAlternative, &QAbstractButton::clicked, this, &NeedTable::askForAlternative);
    m_addAlternative = addAlternative;
    m_note = new widgets::ElidedLabel({}, theme::TextRole::label, theme::Tone::secondary);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setObjectName(QStringLiteral("ratings.note"));
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(0, Spacing::small, 0, 0);
    footer->addWidget(addNeed);
    footer->addWidget(addAlternative);
    footer->addWidget(m_note, 1);
    body()->setSpacing(0);
    body()->addWidget(new widgets::Divider);
    body()->addLayout(footer);
}

void NeedTable::arrange(bool narrow)
{
    m_narrow = narrow;
    m_addAlternative->setVisible(!narrow || m_session.decision().alternatives.size() < kMostInGrid);
    if (m_matrix)
        m_matrix->arrange(narrow);
    if (m_grid)
        m_grid->arrange(narrow);
}

void NeedTable::refresh()
{
    const decision::Decision &decision = m_session.decision();
    if (m_grid && decision.alternatives.size() <= kMostInGrid)
        m_grid->refresh();
    const int edited = decision.editedRatings();
    if (decision.needs.empty())
        m_note->setText(tr("No needs yet. Add what the project needs."));
    else if (decision.alternatives.empty())
        m_note->setText(tr("Nothing to compare yet. Add alternatives."));
    else if (decision.sourceRatings() == 0)
        m_note->setText(tr("Ratings 1–5 of your own"));
    else
        m_note->setText(edited == 0 ? m_session.catalogue().ratingsNote
                                    : tr("%1 of %2 ratings differ from the source")
                                          .arg(edited)
                                          .arg(decision.sourceRatings()));
}

void NeedTable::showDetails(std::size_t need, std::size_t alternative, const QRect &cell)
{
    auto *details = new CellDetails(m_session, need, alternative, this);
    connect(details, &CellDetails::measureRequested, this, &NeedTable::measureRequested);
    details->showBeside(cell);
}

std::optional<std::pair<TableCell, TableCell>> NeedTable::selectedCells() const
{
    if (m_matrix)
        return m_matrix->selectedCells();
    const auto cell = m_grid ? m_grid->cellOf(QApplication::focusWidget()) : std::nullopt;
    return cell ? std::optional(std::pair(*cell, *cell)) : std::nullopt;
}

void NeedTable::copy()
{
    if (const auto cells = selectedCells())
        QGuiApplication::clipboard()->setText(
            copiedCells(m_session.decision(), cells->first, cells->second));
}

void NeedTable::paste()
{
    const auto cells = selectedCells();
    if (!cells) {
        m_note->setText(tr("Nothing was pasted: choose the rating where it should begin"));
        return;
    }
    const auto pasted = withPastedCells(m_session.decision(), m_session.catalogue(), cells->first,
                                        QGuiApplication::clipboard()->text());
    if (pasted)
        m_session.change(tr("Paste Ratings"), *pasted);
    else
        m_note->setText(pasted.error().message());
}

void NeedTable::askForNeed()
{
    (new NeedPicker(m_session, this))->open();
}

void NeedTable::askForAlternative()
{
    askForAlternativeAs(tr("Name of the alternative"), {});
}

void NeedTable::askForAlternativeAs(const QString &label, const QString &name)
{
    widgets::askForText(this, tr("Add Alternative"), label, name, [this](const QString &given) {
        if (const Outcome added = m_session.addAlternative(given); !added)
            askForAlternativeAs(added.error().message(), given);
    });
}

} // namespace weighbridge::decide
