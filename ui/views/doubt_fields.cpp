// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/doubt_fields.h"

#include "ui/theme/tokens.h"
#include "ui/views/labelled.h"
#include "ui/widgets/flow_layout.h"

#include <QDoubleSpinBox>
#include <QSignalBlocker>

namespace weighbridge::views
{

namespace
{

QDoubleSpinBox *spinBox(const char *name, double least, double greatest, double step)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QStringLiteral("doubt.") + QString::fromLatin1(name));
    box->setRange(least, greatest);
    box->setDecimals(2);
    box->setSingleStep(step);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

DoubtFields::DoubtFields(session::ProjectSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_halfWidth(spinBox("half-width", 0.05, 4, 0.1)),
      m_correlation(spinBox("correlation", 0, 1, 0.1))
{
    m_halfWidth->setSuffix(tr(" levels"));
    m_correlation->setToolTip(tr(
        "Who overrates an alternative on one need overrates it on others. 0: every judged rating "
        "errs by itself; 1: those of one alternative all err alike."));
    connect(m_halfWidth, &QDoubleSpinBox::valueChanged, &session,
            &session::ProjectSession::setExactDoubt);
    connect(m_correlation, &QDoubleSpinBox::valueChanged, &session,
            &session::ProjectSession::setJudgementCorrelation);
    auto *layout = new widgets::FlowLayout(this);
    layout->setSpacing(theme::Spacing::medium);
    layout->addWidget(labelled(tr("Judged ratings may be off by"), m_halfWidth));
    layout->addWidget(labelled(tr("Those of one alternative err together"), m_correlation));
}

void DoubtFields::refresh()
{
    const QSignalBlocker width(m_halfWidth);
    const QSignalBlocker correlation(m_correlation);
    m_halfWidth->setValue(m_session.decision().ratingHalfWidth());
    m_correlation->setValue(m_session.decision().judgementCorrelation);
}

} // namespace weighbridge::views
