// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_grid.h"

#include "core/decision/model/value_text.h"
#include "ui/decide/need_menus.h"
#include "ui/decide/need_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/weight_slider.h"

#include <QGridLayout>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

enum GridColumn { nameColumn, sliderColumn, weightColumn, shareColumn, firstRatingColumn };

constexpr int kHeaderLine = 0;

/// Each need takes two grid lines: a divider and its cells.
constexpr int lineOf(std::size_t need)
{
    return 2 + 2 * int(need);
}

widgets::RatingOrigin originOf(const decision::Rating &rating)
{
    if (rating.provenance == decision::Provenance::measured)
        return widgets::RatingOrigin::measured;
    return rating.differsFromSource() ? widgets::RatingOrigin::edited
                                      : widgets::RatingOrigin::source;
}
} // namespace

NeedGrid::NeedGrid(session::ProjectSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Spacing::large);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(nameColumn, 5);
    m_grid->setColumnStretch(sliderColumn, 5);
    for (std::size_t i = 0; i < session.decision().alternatives.size(); ++i)
        m_grid->setColumnStretch(firstRatingColumn + int(i), 4);
    addHeader();
    for (std::size_t need = 0; need < session.decision().needs.size(); ++need)
        addRow(need);
    refresh();
}

void NeedGrid::addHeader()
{
    const auto add = [this](const QString &text, int column, Qt::Alignment alignment = {}) {
        auto *label = new widgets::Label(text, TextRole::caption, Tone::secondary);
        m_grid->addWidget(label, kHeaderLine, column, alignment | Qt::AlignVCenter);
        return label;
    };
    m_grid->setRowMinimumHeight(kHeaderLine, theme::Height::tableHeader);
    add(tr("Need"), nameColumn);
    add(tr("Weight 0–10"), sliderColumn);
    auto *tie = add(tr("▴ tie"), sliderColumn, Qt::AlignRight);
    tie->setToolTip(tr("The weight at which the two leaders tie"));
    m_shareHeader = add(tr("Share"), shareColumn, Qt::AlignRight);
    const auto &alternatives = m_session.decision().alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        auto *name = new widgets::Label(alternatives[i].name, TextRole::strong);
        name->setSeries(alternatives[i].series);
        name->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(name, &QWidget::customContextMenuRequested, this,
                [this, i, name](const QPoint &at) {
                    showAlternativeMenu(m_session, i, this, name->mapToGlobal(at));
                });
        m_grid->addWidget(name, kHeaderLine, firstRatingColumn + int(i), Qt::AlignVCenter);
        m_names.push_back(name);
    }
}

void NeedGrid::addRow(std::size_t need)
{
    const decision::Need &shown = m_session.decision().needs[need];
    const int line = lineOf(need);
    const int columns = firstRatingColumn + int(m_session.decision().alternatives.size()) + 1;
    m_grid->addWidget(new widgets::Divider, line - 1, 0, 1, columns);
    m_grid->setRowMinimumHeight(line, theme::Height::needRow);

    Row row;
    auto *texts = new QWidget;
    auto *layout = new QVBoxLayout(texts);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::lineGap);
    layout->addStretch();
    layout->addWidget(new widgets::ElidedLabel(shown.name, TextRole::strong));
    row.hint = new widgets::ElidedLabel({}, TextRole::label, Tone::secondary);
    row.hint->setObjectName(QStringLiteral("hint.") + shown.id);
    layout->addWidget(row.hint);
    layout->addStretch();
    m_grid->addWidget(texts, line, nameColumn);
    addWeight(row, need, line);
    addRatings(row, need, line);
    addMenu(row, need, line);
    // The menu is where a right click or the menu key looks for it, too.
    for (QWidget *place : {texts, static_cast<QWidget *>(row.weight.slider)}) {
        place->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(place, &QWidget::customContextMenuRequested, this,
                [this, need, place](const QPoint &at) {
                    showNeedMenu(m_session, need, this, place->mapToGlobal(at));
                });
    }
    m_rows.push_back(std::move(row));
}

void NeedGrid::addWeight(Row &row, std::size_t need, int line)
{
    row.weight = makeWeightEditor(m_session, need);
    m_grid->addWidget(row.weight.slider, line, sliderColumn, Qt::AlignVCenter);
    m_grid->addWidget(row.weight.figure, line, weightColumn, Qt::AlignVCenter | Qt::AlignRight);
    row.share = new widgets::Label({}, TextRole::label, Tone::secondary);
    row.share->setDigits(widgets::Digits::tabular);
    m_grid->addWidget(row.share, line, shareColumn, Qt::AlignVCenter | Qt::AlignRight);
}

void NeedGrid::addRatings(Row &row, std::size_t need, int line)
{
    const decision::Need &shown = m_session.decision().needs[need];
    const auto &alternatives = m_session.decision().alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        auto *rating = new widgets::RatingEdit(alternatives[i].series);
        rating->setObjectName(QStringLiteral("rating.%1.%2").arg(shown.id, alternatives[i].id));
        rating->setAccessibleName(tr("Rating of %1 for %2").arg(alternatives[i].name, shown.name));
        connect(rating, &QAbstractSlider::sliderPressed, &m_session,
                &session::ProjectSession::beginGesture);
        connect(rating, &QAbstractSlider::sliderReleased, &m_session,
                &session::ProjectSession::endGesture);
        connect(rating, &widgets::RatingEdit::ratingEdited, &m_session,
                [this, need, i](double level) { m_session.setLevel(need, i, level); });
        connect(rating, &widgets::RatingEdit::ratingCleared, &m_session,
                [this, need, i] { m_session.setLevel(need, i, std::nullopt); });
        connect(rating, &widgets::RatingEdit::detailsRequested, this, [this, need, i, rating] {
            Q_EMIT detailsRequested(need, i, {rating->mapToGlobal(QPoint()), rating->size()});
        });
        m_grid->addWidget(rating, line, firstRatingColumn + int(i), Qt::AlignVCenter);
        row.ratings.push_back(rating);
    }
}

void NeedGrid::addMenu(Row &row, std::size_t need, int line)
{
    const decision::Need &shown = m_session.decision().needs[need];
    row.menu = new widgets::IconButton(theme::Glyph::more, tr("More for %1").arg(shown.name));
    row.menu->setObjectName(QStringLiteral("menu.") + shown.id);
    connect(row.menu, &QAbstractButton::clicked, this, [this, need, menu = row.menu] {
        showNeedMenu(m_session, need, this, menu->mapToGlobal(QPoint(0, menu->height())));
    });
    const int column = firstRatingColumn + int(m_session.decision().alternatives.size());
    m_grid->addWidget(row.menu, line, column, Qt::AlignVCenter | Qt::AlignRight);
}

void NeedGrid::arrange(bool narrow)
{
    m_shareHeader->setVisible(!narrow);
    for (Row &row : m_rows) {
        row.share->setVisible(!narrow);
        row.menu->setVisible(!narrow);
    }
    m_grid->setColumnStretch(nameColumn, narrow ? 7 : 5);
    m_grid->setHorizontalSpacing(narrow ? Spacing::medium : Spacing::large);
}

void NeedGrid::refresh()
{
    refreshHeader();
    for (std::size_t need = 0; need < m_rows.size(); ++need)
        refreshRow(need);
}

std::optional<TableCell> NeedGrid::cellOf(const QWidget *widget) const
{
    for (std::size_t need = 0; need < m_rows.size(); ++need) {
        const auto &ratings = m_rows[need].ratings;
        const auto found = std::find(ratings.begin(), ratings.end(), widget);
        if (found != ratings.end())
            return TableCell{need, std::size_t(found - ratings.begin())};
    }
    return std::nullopt;
}

void NeedGrid::refreshHeader()
{
    const auto &standings = m_session.analysis().standings;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const bool excluded = i < standings.size() && standings[i].excluded;
        const QString &name = m_session.decision().alternatives[i].name;
        m_names[i]->setText(excluded ? tr("%1 · out").arg(name) : name);
        m_names[i]->setToolTip(excluded ? standings[i].exclusion : QString());
    }
}

void NeedGrid::refreshRow(std::size_t need)
{
    const decision::Need &shown = m_session.decision().needs[need];
    Row &row = m_rows[need];
    const QString hint = needHint(shown);
    row.hint->setText(hint);
    row.hint->setVisible(!hint.isEmpty());
    row.hint->setTone(shown.mustReach ? Tone::accent : Tone::secondary);
    refreshWeightEditor(row.weight, m_session, need);
    row.share->setText(shareText(m_session.analysis(), need));
    for (std::size_t i = 0; i < row.ratings.size(); ++i) {
        const decision::Rating &rating = shown.ratings[i];
        row.ratings[i]->setRating(rating.level, originOf(rating));
        row.ratings[i]->setSourceRating(rating.sourceLevel);
        row.ratings[i]->setWording(decision::cellWords(shown, rating, QStringLiteral("\n")),
                                   rating.erratum);
    }
}

} // namespace weighbridge::decide
