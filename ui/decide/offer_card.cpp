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
    auto *apply = widgets::makeButton(tr("Rate from measurements"));
    apply->setObjectName(QStringLiteral("offer.apply"));
    connect(apply, &QAbstractButton::clicked, &session,
            [&session] { session.applyProposals(session.offer().news); });
    body()->addWidget(m_text);
    body()->addWidget(apply, 0, Qt::AlignLeft);
    connect(&session, &session::ProjectSession::projectReplaced, this, &OfferCard::refresh);
    connect(&session, &session::ProjectSession::decisionChanged, this, &OfferCard::refresh);
    connect(&session, &session::ProjectSession::runsChanged, this, &OfferCard::refresh);
    refresh();
}

void OfferCard::refresh()
{
    const evidence::MeasurementOffer offer = m_session.offer();
    m_text->setText(offer.sentence + QLatin1Char('.'));
    m_text->setToolTip(
        evidence::appliedText(offer.news, m_session.project().runs).join(QLatin1Char('\n')));
    setVisible(offer.needs > 0);
}

} // namespace weighbridge::decide
