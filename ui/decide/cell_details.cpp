// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/cell_details.h"

#include "ui/decide/cell_facts.h"
#include "ui/session/presence.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rating_edit.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>

namespace weighbridge::decide
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr int kWidth = 400;
constexpr int kLevelWidth = 180;
} // namespace

CellDetails::CellDetails(session::ProjectSession &session, std::size_t need,
                         std::size_t alternative, QWidget *parent)
    : Card(parent),
      m_session(session),
      m_compared(session.decision().comparison),
      m_need(session.decision().needs[need].id),
      m_alternative(session.decision().alternatives[alternative].id)
{
    setObjectName(QStringLiteral("cell.details"));
    setWindowFlags(Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    setAttribute(Qt::WA_TranslucentBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kWidth);
    addHeader();
    addActions();
    m_factsBox = new QWidget;
    m_facts = new QGridLayout(m_factsBox);
    m_facts->setContentsMargins({});
    m_facts->setHorizontalSpacing(Spacing::medium);
    m_facts->setVerticalSpacing(Spacing::small);
    m_facts->setColumnStretch(1, 1);
    body()->addWidget(m_factsBox);
    connect(&session, &session::ProjectSession::decisionChanged, this, &CellDetails::refresh);
    connect(&session, &session::ProjectSession::projectReplaced, this, &QWidget::close);
    refresh();
}

std::optional<CellDetails::Position> CellDetails::position() const
{
    const decision::Decision &decision = m_session.decision();
    const auto need = session::needPosition(decision, m_need);
    const auto alternative = decision.alternativeIndex(m_alternative);
    if (decision.comparison != m_compared || !need || !alternative)
        return std::nullopt;
    return Position{*need, *alternative};
}

void CellDetails::addHeader()
{
    auto *close = new widgets::IconButton(theme::Glyph::cancel, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QWidget::close);
    addHeaderWidget(close);

    const decision::Decision &decision = m_session.decision();
    m_level = new widgets::RatingEdit(
        decision.alternatives[*decision.alternativeIndex(m_alternative)].series);
    m_level->setObjectName(QStringLiteral("cell.level"));
    m_level->setFixedWidth(kLevelWidth);
    connect(m_level, &QAbstractSlider::sliderPressed, &m_session,
            &session::ProjectSession::beginGesture);
    connect(m_level, &QAbstractSlider::sliderReleased, &m_session,
            &session::ProjectSession::endGesture);
    connect(m_level, &widgets::RatingEdit::ratingEdited, this, &CellDetails::setLevel);
    connect(m_level, &widgets::RatingEdit::ratingCleared, this, [this] { setLevel(std::nullopt); });
    m_levelText = new widgets::Label({}, TextRole::strong);
    m_levelText->setObjectName(QStringLiteral("cell.level.text"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::large);
    row->addWidget(m_level);
    row->addWidget(m_levelText, 1);
    body()->addLayout(row);
    setFocusProxy(m_level);
}

void CellDetails::addActions()
{
    auto *actions = new QWidget;
    auto *row = new widgets::FlowLayout(actions);
    const auto add = [&](const QString &text, const QString &name, auto apply) {
        auto *button = widgets::makeButton(text);
        theme::setKind(button, theme::Kind::standard, theme::ControlSize::small);
        button->setObjectName(name);
        connect(button, &QAbstractButton::clicked, this, apply);
        row->addWidget(button);
        return button;
    };
    m_unknown =
        add(tr("Not known"), QStringLiteral("cell.unknown"), [this] { setLevel(std::nullopt); });
    m_restore = add(tr("Restore source"), QStringLiteral("cell.restore"), [this] {
        if (const auto at = position())
            m_session.restoreSource(at->need, at->alternative);
    });
    if (!m_session.decision().findNeed(m_need)->workload.isEmpty())
        add(tr("Measure this"), QStringLiteral("cell.measure"), [this] {
            const auto at = position();
            if (!at)
                return;
            const auto &targets = m_session.decision().alternatives[at->alternative].targets;
            close();
            Q_EMIT measureRequested(m_session.decision().needs[at->need].workload,
                                    {targets.begin(), targets.end()});
        });
    body()->addWidget(actions);
}

void CellDetails::setLevel(std::optional<double> level)
{
    if (const auto at = position())
        m_session.setLevel(at->need, at->alternative, level);
}

void CellDetails::refresh()
{
    const auto at = position();
    if (!at) {
        close();
        return;
    }
    const decision::Need &need = m_session.decision().needs[at->need];
    const QString &alternative = m_session.decision().alternatives[at->alternative].name;
    const QString title = tr("%1 · %2").arg(alternative, need.name);
    setTitle(title);
    setWindowTitle(title);
    const decision::Rating &rating = need.ratings[at->alternative];
    m_level->setAccessibleName(tr("Rating of %1 for %2").arg(alternative, need.name));
    m_level->setRating(rating.level);
    m_level->setSourceRating(rating.sourceLevel);
    m_levelText->setText(m_level->valueText());
    m_unknown->setEnabled(rating.level.has_value());
    const auto source = m_session.sourceRating(at->need, at->alternative);
    m_restore->setEnabled(
        source && (source->level != rating.level || source->provenance != rating.provenance));
    fillFacts(*at);
    layout()->activate();
    setFixedHeight(heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
}

void CellDetails::fillFacts(const Position &at)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const decision::AnalysisOptions options = m_session.analysisOptions();
    int line = 0;
    for (const CellFact &fact :
         cellFacts(m_session, at.need, at.alternative, options.today, options.machine)) {
        auto *name = new widgets::Label(fact.name, TextRole::label, Tone::secondary);
        auto *text = new widgets::Label(fact.text, TextRole::label, fact.tone);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        m_facts->addWidget(name, line, 0, Qt::AlignTop | Qt::AlignLeft);
        m_facts->addWidget(text, line, 1);
        ++line;
    }
}

void CellDetails::showBeside(const QRect &cell)
{
    const QScreen *at = screen();
    const QRect room = at ? at->availableGeometry() : QRect(cell.topLeft(), size());
    QPoint place(cell.right() - width(), cell.bottom() + Spacing::tiny);
    if (place.y() + height() > room.bottom())
        place.setY(cell.top() - height() - Spacing::tiny);
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(place);
    show();
    m_level->setFocus(Qt::PopupFocusReason);
}

void CellDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        Card::keyPressEvent(event);
}

} // namespace weighbridge::decide
