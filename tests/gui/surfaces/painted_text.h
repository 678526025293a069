// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace weighbridge::testing
{

/// A sheet that keeps the words that are painted on it, and nothing else.
class PaintedText : public QPaintDevice
{
public:
    explicit PaintedText(const QSizeF &size);
    ~PaintedText() override;

    /// The words of each line, from left to right; the lines from top to bottom.
    [[nodiscard]] std::vector<QStringList> lines() const;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSizeF m_size;
    std::unique_ptr<Engine> m_engine;
};

} // namespace weighbridge::testing
