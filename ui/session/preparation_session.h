// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/targets/preparation.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace weighbridge::session
{

/// Prepares targets for the window, one after the other, on a thread of its own. GUI thread.
class PreparationSession : public QObject
{
    Q_OBJECT

public:
    enum class State { waiting, active, done, failed, cancelled };
    struct Item {
        measure::Target target;
        State state = State::waiting;
        measure::PreparationStep step; ///< number 0 before the first
        QString failure;               ///< one sentence where failed
        double seconds = 0;            ///< where done
        double sizeMib = 0;
    };

    explicit PreparationSession(QObject *parent = nullptr);
    ~PreparationSession() override; ///< cancels and waits

    /// Precondition: not running.
    void start(const std::vector<measure::Target> &targets,
               const std::vector<measure::Toolchain> &toolchains);
    void cancel();
    /// Forgets what is over.
    void clear();

    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] bool cancelling() const { return m_cancelling; }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] const Item *find(QStringView target) const;
    [[nodiscard]] const QStringList &log() const { return m_log; }

Q_SIGNALS:
    void changed();
    void finished(); ///< all were tried, or it was cancelled

private:
    /// What the thread leaves for the window; swapped under its lock.
    struct Mailbox {
        std::mutex lock;
        std::vector<Item> news; ///< the newest state of an item, oldest news first
        QStringList log;
        bool ended = false;
    };

    void run(const std::vector<measure::Target> &targets,
             const std::vector<measure::Toolchain> &toolchains, std::stop_token stop);
    void post(const Item &item);
    void postLog(const QString &line);
    void collect();

    std::vector<Item> m_items;
    QStringList m_log;
    bool m_running = false;
    bool m_cancelling = false;
    Mailbox m_mailbox;
    QTimer m_collectTimer;
    std::jthread m_thread;
};

} // namespace weighbridge::session
