// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace weighbridge::shell
{

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of the event loop. One at a time.
class Termination : public QObject
{
    Q_OBJECT

public:
    Termination();
    ~Termination() override;

Q_SIGNALS:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace weighbridge::shell
