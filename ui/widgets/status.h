// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace weighbridge::widgets
{

class Label;

enum class Status { neutral, running, ok, warn, err };

/// A short verdict on a soft fill, with a glyph so that colour is not alone.
class StatusPill : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPill(Status status, const QString &text, QWidget *parent = nullptr);

    void setStatus(Status status, const QString &text);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// For item delegates: paints a pill into `rect` (left aligned) and its width.
    static void paint(QPainter &painter, const QRect &rect, Status status, const QString &text);
    [[nodiscard]] static int widthOf(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
    QString m_text;
};

/// One segment per framework, in its colour, filled by its own progress.
class SegmentedProgress : public QWidget
{
    Q_OBJECT

public:
    struct Segment {
        QString frameworkId;
        QString name;          ///< for the screen reader
        double fraction = 0.0; ///< 0…1
        bool failed = false;   ///< drawn in the error colour
        bool operator==(const Segment &) const = default;
    };

    explicit SegmentedProgress(QWidget *parent = nullptr);

    void setSegments(std::vector<Segment> segments);
    /// Mean of all fractions, 0…1.
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Segment> m_segments;
};

/// What a place shows that has nothing to show yet: why, and the button that changes it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(theme::Glyph glyph, const QString &title, const QString &text,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    /// Adds a button below the text; a second one stands beside it.
    QPushButton *addAction(const QString &text);

private:
    Label *m_title = nullptr;
    Label *m_text = nullptr;
    QWidget *m_actions = nullptr;
};

} // namespace weighbridge::widgets
