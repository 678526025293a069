// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_table.h"

#include "ui/charts/nice_axis.h"
#include "ui/theme/series.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/text_prompt.h"
#include "ui/widgets/weight_slider.h"

#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <cmath>

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

QString weightFigure(double weight)
{
    return QLocale().toString(weight, 'g', 3);
}

widgets::RatingOrigin originOf(const decision::Rating &rating)
{
    if (rating.provenance == evidence::Provenance::measured)
        return widgets::RatingOrigin::measured;
    return rating.sourceLevel && rating.level != rating.sourceLevel ? widgets::RatingOrigin::edited
                                                                    : widgets::RatingOrigin::source;
}
} // namespace

NeedTable::NeedTable(models::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    connect(&session, &models::ProjectSession::projectReplaced, this, &NeedTable::build);
    connect(&session, &models::ProjectSession::tableChanged, this, &NeedTable::build);
    connect(&session, &models::ProjectSession::decisionChanged, this, &NeedTable::refresh);
    build();
}

void NeedTable::build()
{
    // A slider of the old table may be what emitted the change: it must live until it returns.
    if (m_table) {
        body()->removeWidget(m_table);
        m_table->hide();
        m_table->deleteLater();
    }
    m_rows.clear();
    m_table = new QWidget;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Spacing::large);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(nameColumn, 5);
    m_grid->setColumnStretch(sliderColumn, 5);
    const std::size_t alternatives = m_session.decision().alternatives.size();
    for (std::size_t i = 0; i < alternatives; ++i)
        m_grid->setColumnStretch(firstRatingColumn + int(i), 4);
    addHeader();
    for (std::size_t need = 0; need < m_session.decision().needs.size(); ++need)
        addRow(need);
    addFooter();
    body()->addWidget(m_table);
    refresh();
    arrange(m_narrow);
}

void NeedTable::addHeader()
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
                [this, i, name] { showAlternativeMenu(i, name); });
        m_grid->addWidget(name, kHeaderLine, firstRatingColumn + int(i), Qt::AlignVCenter);
    }
}

void NeedTable::addRow(std::size_t need)
{
    const decision::Need &shown = m_session.decision().needs[need];
    const int line = lineOf(need);
    const int columns = firstRatingColumn + int(m_session.decision().alternatives.size()) + 1;
    m_grid->addWidget(new widgets::Divider, line - 1, 0, 1, columns);
    m_grid->setRowMinimumHeight(line, theme::Height::needRow);

    auto *texts = new QWidget;
    auto *layout = new QVBoxLayout(texts);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::lineGap);
    layout->addStretch();
    layout->addWidget(new widgets::ElidedLabel(shown.name, TextRole::strong));
    if (!shown.hint.isEmpty())
        layout->addWidget(new widgets::ElidedLabel(shown.hint, TextRole::label, Tone::secondary));
    layout->addStretch();
    m_grid->addWidget(texts, line, nameColumn);

    Row row;
    addWeight(row, need, line);
    addRatings(row, need, line);
    row.menu = new widgets::IconButton(theme::Glyph::more, tr("More for %1").arg(shown.name));
    row.menu->setObjectName(QStringLiteral("menu.") + shown.id);
    connect(row.menu, &QAbstractButton::clicked, this, [this, need] { showRowMenu(need); });
    m_grid->addWidget(row.menu, line, columns - 1, Qt::AlignVCenter | Qt::AlignRight);
    m_rows.push_back(std::move(row));
}

void NeedTable::addWeight(Row &row, std::size_t need, int line)
{
    const decision::Need &shown = m_session.decision().needs[need];
    row.weight = new widgets::WeightSlider;
    row.weight->setObjectName(QStringLiteral("weight.") + shown.id);
    row.weight->setAccessibleName(tr("Weight of %1").arg(shown.name));
    connect(row.weight, &QSlider::sliderPressed, &m_session, &models::ProjectSession::beginGesture);
    connect(row.weight, &QSlider::sliderReleased, &m_session, &models::ProjectSession::endGesture);
    connect(row.weight, &QSlider::valueChanged, this,
            [this, need](int weight) { m_session.setWeight(need, weight); });
    m_grid->addWidget(row.weight, line, sliderColumn, Qt::AlignVCenter);

    row.weightText = new widgets::Label({}, TextRole::strong);
    row.weightText->setDigits(widgets::Digits::tabular);
    row.weightText->setMinimumWidth(
        row.weightText->fontMetrics().horizontalAdvance(QStringLiteral("10.0")));
    m_grid->addWidget(row.weightText, line, weightColumn, Qt::AlignVCenter | Qt::AlignRight);
    row.share = new widgets::Label({}, TextRole::label, Tone::secondary);
    row.share->setDigits(widgets::Digits::tabular);
    m_grid->addWidget(row.share, line, shareColumn, Qt::AlignVCenter | Qt::AlignRight);
}

void NeedTable::addRatings(Row &row, std::size_t need, int line)
{
    const decision::Need &shown = m_session.decision().needs[need];
    const auto &alternatives = m_session.decision().alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        auto *rating = new widgets::RatingEdit(alternatives[i].series);
        rating->setObjectName(QStringLiteral("rating.%1.%2").arg(shown.id, alternatives[i].id));
        rating->setAccessibleName(tr("Rating of %1 for %2").arg(alternatives[i].name, shown.name));
        connect(rating, &QAbstractSlider::sliderPressed, &m_session,
                &models::ProjectSession::beginGesture);
        connect(rating, &QAbstractSlider::sliderReleased, &m_session,
                &models::ProjectSession::endGesture);
        connect(rating, &widgets::RatingEdit::ratingEdited, this,
                [this, need, i](double level) { m_session.setLevel(need, i, level); });
        m_grid->addWidget(rating, line, firstRatingColumn + int(i), Qt::AlignVCenter);
        row.ratings.push_back(rating);
    }
}

void NeedTable::addFooter()
{
    const int line = lineOf(m_session.decision().needs.size());
    const int columns = firstRatingColumn + int(m_session.decision().alternatives.size()) + 1;
    m_grid->addWidget(new widgets::Divider, line - 1, 0, 1, columns);
    auto *footer = new QWidget;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, Spacing::small, 0, 0);
    auto *addNeed = widgets::makeButton(tr("Add need"), theme::Kind::ghost, theme::Glyph::plus);
    addNeed->setObjectName(QStringLiteral("need.add"));
    connect(addNeed, &QAbstractButton::clicked, this, &NeedTable::askForNeed);
    m_addAlternative =
        widgets::makeButton(tr("Add alternative"), theme::Kind::ghost, theme::Glyph::plus);
    m_addAlternative->setObjectName(QStringLiteral("alternative.add"));
    connect(static_cast<QAbstractButton *>(m_addAlternative), &QAbstractButton::clicked, this,
            &NeedTable::askForAlternative);
    m_note = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_note->setObjectName(QStringLiteral("ratings.note"));
    layout->addWidget(addNeed);
    layout->addWidget(m_addAlternative);
    layout->addStretch();
    layout->addWidget(m_note);
    m_grid->addWidget(footer, line, 0, 1, columns);
}

void NeedTable::arrange(bool narrow)
{
    m_narrow = narrow;
    m_shareHeader->setVisible(!narrow);
    m_addAlternative->setVisible(!narrow);
    for (Row &row : m_rows) {
        row.share->setVisible(!narrow);
        row.menu->setVisible(!narrow);
    }
    m_grid->setColumnStretch(nameColumn, narrow ? 7 : 5);
    m_grid->setHorizontalSpacing(narrow ? Spacing::medium : Spacing::large);
}

void NeedTable::refresh()
{
    for (std::size_t need = 0; need < m_rows.size(); ++need)
        refreshRow(need);
    const int edited = m_session.decision().editedRatings();
    const int all = m_session.decision().sourceRatings();
    if (m_rows.empty())
        m_note->setText(tr("No needs yet. Add what the project needs."));
    else
        m_note->setText(edited == 0
                            ? m_session.catalogue().ratingsNote
                            : tr("%1 of %2 ratings differ from the source").arg(edited).arg(all));
}

void NeedTable::refreshRow(std::size_t need)
{
    const decision::Need &shown = m_session.decision().needs[need];
    const decision::Analysis &analysis = m_session.analysis();
    Row &row = m_rows[need];
    {
        const QSignalBlocker blocker(row.weight);
        row.weight->setValue(int(std::lround(shown.weight)));
    }
    std::optional<double> tie;
    QString leader;
    if (need < analysis.swings.size() && analysis.swings[need].tieWeight) {
        tie = analysis.swings[need].tieWeight;
        if (const auto takesLead = analysis.swings[need].takesLead)
            leader = m_session.decision().alternatives[*takesLead].series;
    }
    row.weight->setTie(tie, leader, tieText(need));
    row.weightText->setText(weightFigure(shown.weight));
    row.share->setText(need < analysis.shares.size()
                           ? QStringLiteral("%1%").arg(std::lround(analysis.shares[need] * 100))
                           : QString());
    for (std::size_t i = 0; i < row.ratings.size(); ++i) {
        const decision::Rating &rating = shown.ratings[i];
        row.ratings[i]->setRating(rating.level, originOf(rating));
        row.ratings[i]->setSourceRating(rating.sourceLevel);
        QString words = rating.words;
        if (rating.provenance == evidence::Provenance::measured && rating.raw && shown.anchors)
            words = charts::shortNumber(*rating.raw) + QLatin1Char(' ') + shown.anchors->unit;
        row.ratings[i]->setWording(words, rating.erratum);
    }
}

QString NeedTable::tieText(std::size_t need) const
{
    const decision::Analysis &analysis = m_session.analysis();
    if (need >= analysis.swings.size() || !analysis.swings[need].tieWeight)
        return tr("No weight from 0 to 10 changes who leads");
    const decision::Swing &swing = analysis.swings[need];
    const QString weight = QLocale().toString(*swing.tieWeight, 'f', 1);
    return swing.takesLead
               ? tr("At %1 %2 would take the lead")
                     .arg(weight, m_session.decision().alternatives[*swing.takesLead].name)
               : tr("Tie at %1").arg(weight);
}

void NeedTable::showRowMenu(std::size_t need)
{
    const decision::Need &shown = m_session.decision().needs[need];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename…"), this, [this, need, name = shown.name] {
        widgets::askForText(
            this, tr("Rename Need"), tr("Name"), name,
            [this, need](const QString &text) { m_session.renameNeed(need, text); });
    });
    QAction *up =
        menu->addAction(tr("Move up"), this, [this, need] { m_session.moveNeed(need, need - 1); });
    up->setEnabled(need > 0);
    QAction *down = menu->addAction(tr("Move down"), this,
                                    [this, need] { m_session.moveNeed(need, need + 1); });
    down->setEnabled(need + 1 < m_session.decision().needs.size());
    menu->addSeparator();
    for (std::size_t i = 0; i < m_session.decision().alternatives.size(); ++i)
        menu->addAction(tr("%1: not known").arg(m_session.decision().alternatives[i].name), this,
                        [this, need, i] { m_session.setLevel(need, i, std::nullopt); });
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, need] { m_session.removeNeed(need); });
    const QWidget *button = m_rows[need].menu;
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void NeedTable::showAlternativeMenu(std::size_t alternative, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Remove %1").arg(m_session.decision().alternatives[alternative].name), this,
                    [this, alternative] { m_session.removeAlternative(alternative); });
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void NeedTable::askForNeed()
{
    widgets::askForText(this, tr("Add Need"), tr("What does the project need?"), {},
                        [this](const QString &name) { m_session.addNeed(name); });
}

void NeedTable::askForAlternative()
{
    widgets::askForText(this, tr("Add Alternative"), tr("Name of the alternative"), {},
                        [this](const QString &name) { m_session.addAlternative(name); });
}

} // namespace weighbridge::decide
