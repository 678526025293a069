// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/preparation_session.h"

#include <algorithm>
#include <utility>

namespace weighbridge::session
{

namespace
{
constexpr int kProgressIntervalMs = 200;
constexpr int kPreparationLogLines = 5000;
} // namespace

PreparationSession::PreparationSession(QObject *parent) : QObject(parent)
{
    m_collectTimer.setInterval(kProgressIntervalMs);
    connect(&m_collectTimer, &QTimer::timeout, this, &PreparationSession::collect);
}

PreparationSession::~PreparationSession()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void PreparationSession::start(const std::vector<measure::Target> &targets,
                               const std::vector<measure::Toolchain> &toolchains)
{
    Q_ASSERT(!m_running);
    m_items.clear();
    m_log.clear();
    for (const measure::Target &target : targets) {
        Item item;
        item.target = target;
        m_items.push_back(item);
    }
    m_running = true;
    m_cancelling = false;
    m_mailbox.ended = false;
    m_thread = std::jthread([this, targets, toolchains](std::stop_token stop) {
        run(targets, toolchains, std::move(stop));
    });
    m_collectTimer.start();
    Q_EMIT changed();
}

void PreparationSession::run(const std::vector<measure::Target> &targets,
                             const std::vector<measure::Toolchain> &toolchains,
                             std::stop_token stop)
{
    for (const measure::Target &target : targets) {
        Item item;
        item.target = target;
        item.state = State::active;
        if (stop.stop_requested()) {
            item.state = State::cancelled;
            post(item);
            continue;
        }
        post(item);
        measure::PreparationObserver observer;
        observer.step = [&](const measure::PreparationStep &step) {
            item.step = step;
            post(item);
            postLog(QStringLiteral("%1: %2").arg(target.name, step.title));
        };
        observer.log = [this](const QString &, const QString &line) { postLog(line); };
        const auto prepared = measure::prepareTarget(target, toolchains, observer, stop);
        if (prepared) {
            item.state = State::done;
            item.seconds = prepared->seconds;
            item.sizeMib = prepared->sizeMib;
        } else {
            item.state = stop.stop_requested() ? State::cancelled : State::failed;
            item.failure = prepared.error().message();
            if (!prepared.error().details.isEmpty())
                postLog(prepared.error().details);
        }
        post(item);
    }
    const std::scoped_lock hold(m_mailbox.lock);
    m_mailbox.ended = true;
}

void PreparationSession::post(const Item &item)
{
    const std::scoped_lock hold(m_mailbox.lock);
    m_mailbox.news.push_back(item);
}

void PreparationSession::postLog(const QString &line)
{
    const std::scoped_lock hold(m_mailbox.lock);
    m_mailbox.log.append(line);
}

void PreparationSession::cancel()
{
    if (!m_running || m_cancelling)
        return;
    m_cancelling = true;
    m_thread.request_stop();
    Q_EMIT changed();
}

void PreparationSession::clear()
{
    if (m_running)
        return;
    m_items.clear();
    Q_EMIT changed();
}

const PreparationSession::Item *PreparationSession::find(QStringView target) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item &item) { return item.target.id == target; });
    return found == m_items.end() ? nullptr : &*found;
}

void PreparationSession::collect()
{
    std::vector<Item> news;
    QStringList log;
    bool ended = false;
    {
        const std::scoped_lock hold(m_mailbox.lock);
        news.swap(m_mailbox.news);
        log.swap(m_mailbox.log);
        ended = m_mailbox.ended;
    }
    for (const Item &item : news) {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item &known) {
            return known.target.id == item.target.id;
        });
        if (found != m_items.end())
            *found = item;
    }
    m_log.append(log);
    if (m_log.size() > kPreparationLogLines)
        m_log.erase(m_log.begin(), m_log.end() - kPreparationLogLines);
    if (ended) {
        m_collectTimer.stop();
        m_thread.join();
        m_running = false;
        m_cancelling = false;
    }
    if (ended || !news.empty() || !log.empty())
        Q_EMIT changed();
    if (ended)
        Q_EMIT finished();
}

} // namespace weighbridge::session
