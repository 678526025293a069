// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/benchmark/preparation_strip.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace weighbridge::benchmark
{

namespace
{
using session::PreparationSession;
using theme::Glyph;
using theme::TextRole;
using theme::Tone;

constexpr QSize kGlyph(theme::Height::icon, theme::Height::icon);

double fractionOf(const PreparationSession::Item &item)
{
    if (item.state == PreparationSession::State::done)
        return 1;
    // A step counts when the next one begins.
    return item.step.count > 0 ? double(item.step.number - 1) / item.step.count : 0;
}
} // namespace

PreparationStrip::PreparationStrip(PreparationSession &session, QWidget *parent)
    : Card(parent), m_session(session)
{
    m_glyph = new QLabel;
    m_title = new widgets::Label({}, TextRole::strong);
    m_title->setObjectName(QStringLiteral("preparation.status"));
    m_text = new widgets::ElidedLabel({}, TextRole::body, Tone::secondary);
    m_text->setObjectName(QStringLiteral("preparation.detail"));
    m_log = widgets::makeButton(tr("Show log"), theme::Kind::ghost);
    m_log->setObjectName(QStringLiteral("preparation.log"));
    m_again = widgets::makeButton(tr("Try again"));
    m_again->setObjectName(QStringLiteral("preparation.again"));
    m_close = widgets::makeButton(tr("Close"), theme::Kind::ghost);
    m_close->setObjectName(QStringLiteral("preparation.close"));
    m_cancel = widgets::makeButton(tr("Cancel"), theme::Kind::danger);
    m_cancel->setObjectName(QStringLiteral("preparation.cancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::Spacing::small);
    row->addWidget(m_glyph);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_log, m_again, m_close, m_cancel})
        row->addWidget(button);
    body()->setSpacing(theme::Spacing::small);
    body()->addLayout(row);
    m_segments = new widgets::SegmentedProgress;
    m_segments->setAccessibleName(tr("Progress of preparation"));
    body()->addWidget(m_segments);
    connect(m_log, &QAbstractButton::clicked, this, &PreparationStrip::logRequested);
    connect(m_close, &QAbstractButton::clicked, &session, &PreparationSession::clear);
    connect(m_cancel, &QAbstractButton::clicked, &session, &PreparationSession::cancel);
    connect(m_again, &QAbstractButton::clicked, this,
            [this] { Q_EMIT prepareRequested(m_againTargets); });
    connect(&session, &PreparationSession::changed, this, &PreparationStrip::refresh);
    refresh();
}

void PreparationStrip::refresh()
{
    setVisible(!m_session.items().empty());
    if (m_session.items().empty())
        return;
    std::vector<widgets::SegmentedProgress::Segment> segments;
    for (const PreparationSession::Item &item : m_session.items()) {
        widgets::SegmentedProgress::Segment segment;
        segment.frameworkId = item.target.id;
        segment.name = item.target.name;
        segment.fraction = fractionOf(item);
        segment.failed = item.state == PreparationSession::State::failed;
        segments.push_back(std::move(segment));
    }
    m_segments->setSegments(std::move(segments));
    if (m_session.running())
        showRunning();
    else
        showOutcome();
    m_cancel->setVisible(m_session.running());
    m_cancel->setEnabled(!m_session.cancelling());
    m_close->setVisible(!m_session.running());
    m_again->setVisible(!m_session.running() && !m_againTargets.isEmpty());
}

void PreparationStrip::showTexts(Glyph glyph, Tone tone, const QString &title, const QString &text)
{
    m_glyph->setPixmap(theme::icon(glyph, tone).pixmap(kGlyph, devicePixelRatioF()));
    m_title->setText(title);
    m_text->setText(text);
}

void PreparationStrip::showRunning()
{
    int number = 0;
    for (const PreparationSession::Item &item : m_session.items()) {
        ++number;
        if (item.state != PreparationSession::State::active)
            continue;
        QStringList parts{tr("%1 of %2").arg(number).arg(m_session.items().size())};
        if (item.step.number > 0)
            parts.append(tr("step %1 of %2: %3")
                             .arg(item.step.number)
                             .arg(item.step.count)
                             .arg(item.step.title));
        showTexts(Glyph::download, Tone::accent,
                  m_session.cancelling() ? tr("Cancelling")
                                         : tr("Preparing %1").arg(item.target.name),
                  parts.join(QStringLiteral(" · ")));
        return;
    }
}

void PreparationStrip::showOutcome()
{
    QStringList failed;
    QString reason;
    int done = 0;
    double mib = 0;
    double seconds = 0;
    m_againTargets.clear();
    for (const PreparationSession::Item &item : m_session.items()) {
        if (item.state == PreparationSession::State::done) {
            ++done;
            mib += item.sizeMib;
            seconds += item.seconds;
            continue;
        }
        m_againTargets.append(item.target.id);
        if (item.state == PreparationSession::State::failed) {
            failed.append(item.target.name);
            if (reason.isEmpty())
                reason = item.failure;
        }
    }
    if (!failed.isEmpty())
        showTexts(Glyph::warning, Tone::err,
                  tr("%1 could not be prepared").arg(failed.join(QStringLiteral(", "))), reason);
    else if (!m_againTargets.isEmpty())
        showTexts(Glyph::cancel, Tone::secondary, tr("Preparation cancelled"),
                  tr("%1 of %2 are ready").arg(done).arg(m_session.items().size()));
    else
        showTexts(Glyph::check, Tone::ok, tr("Ready to be measured"),
                  tr("%1 prepared in %2 s, %3 MiB")
                      .arg(done)
                      .arg(std::lround(seconds))
                      .arg(std::lround(mib)));
}

} // namespace weighbridge::benchmark
