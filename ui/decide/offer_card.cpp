// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/offer_card.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace weighbridge::decide
{

OfferCard::OfferCard(session::ProjectSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    m_text = new widgets::Label({}, theme::TextRole::body);
    m_text->setObjectName(QStringLiteral("offer.text"));
    m_text->setWordWrap(true);
    m_changes = new widgets::Label({}, theme::TextRole::label, theme::Tone::secondary);
    m_changes->setObjectName(QStringLiteral("offer.changes"));
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setWordWrap(true);
    auto *apply = widgets::makeButton(tr("Rate from measurements"));
    apply->setObjectName(QStringLiteral("offer.apply"));
    connect(apply, &QAbstractButton::clicked, &session,
            [&session] { session.applyProposals(session.offer().news); });
    body()->addWidget(m_text);
    body()->addWidget(m_changes);
    body()->addWidget(apply, 0, Qt::AlignLeft);
    connect(&session, &session::ProjectSession::projectReplaced, this, &OfferCard::refresh);
    connect(&session, &session::ProjectSession::decisionChanged, this, &OfferCard::refresh);
    connect(&session, &session::ProjectSession::runsChanged, this, &OfferCard::refresh);
    refresh();
}

void OfferCard::refresh()
{
    const evidence::MeasurementOffer offer = m_session.offer();
    constexpr qsizetype kMostTold = 4;
    const QStringList changes = evidence::appliedText(offer.news, m_session.project().runs);
    m_text->setText(offer.sentence + QLatin1Char('.'));
    m_changes->setText(changes.mid(0, kMostTold).join(QLatin1Char('\n')));
    m_changes->setToolTip(changes.join(QLatin1Char('\n')));
    setVisible(offer.needs > 0);
}

} // namespace weighbridge::decide
