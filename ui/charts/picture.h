// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_look.h"

#include <QWidget>

#include <functional>

namespace weighbridge::charts
{

/// Shows what a paint function draws, in the theme of the moment, with a name and a description
/// for screen readers.
class Picture : public QWidget
{
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter &, const QRectF &, const ChartLook &)>;
    using HeightOf = std::function<double(const ChartLook &)>;

    Picture(const QString &accessibleName, Paint paint, HeightOf height, QWidget *parent = nullptr);

    /// Call after the figures behind it changed.
    void refresh(const QString &accessibleDescription);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Paint m_paint;
    HeightOf m_height;
};

} // namespace weighbridge::charts
