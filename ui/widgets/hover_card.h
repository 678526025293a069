// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace weighbridge::widgets
{

/// The values under a chart's crosshair, largest first. Lives in the window, not in the chart,
/// where it would be clipped; never takes the focus or the pointer.
class HoverCard : public QWidget
{
    Q_OBJECT

public:
    struct Row {
        QString seriesId;
        QString name;
        QString text;       ///< the value as people read it
        double value = 0.0; ///< orders the rows
    };

    /// `window` is the top-level widget the card floats in.
    explicit HoverCard(QWidget *window);

    void setContent(const QString &title, std::vector<Row> rows);
    /// Shows the card beside `anchor`, in coordinates of `reference`, inside the window.
    void showAt(const QWidget *reference, const QPoint &anchor);
    /// The content in one sentence, for the accessible description of the chart.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    std::vector<Row> m_rows;
};

} // namespace weighbridge::widgets
