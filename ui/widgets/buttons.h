// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QPushButton>
#include <QToolButton>

#include <optional>

namespace weighbridge::widgets
{

/// A push button of that look, optionally with a glyph. Owned by its parent or layout.
[[nodiscard]] QPushButton *makeButton(const QString &text, theme::Kind kind = theme::Kind::standard,
                                      std::optional<theme::Glyph> glyph = {},
                                      QWidget *parent = nullptr);

/// A checkable pill, such as a preset. Combine with a QButtonGroup if exclusive.
class ChipButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ChipButton(const QString &text, QWidget *parent = nullptr);
};

/// A button that is only a glyph; `name` is its tooltip and what a screen reader says.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(theme::Glyph glyph, const QString &name, QWidget *parent = nullptr);
    void setGlyph(theme::Glyph glyph, const QString &name);
};

/// State that a page shows on its rail button while another page is open.
enum class RailStatus { none, running, failed };

/// A page in the rail: glyph above text, checkable and exclusive among its siblings.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(theme::Glyph glyph, const QString &text, QWidget *parent = nullptr);

    /// `words` is added for the screen reader, such as "running, 3 of 7".
    void setStatus(RailStatus status, const QString &words = {});
    [[nodiscard]] RailStatus status() const { return m_status; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::Glyph m_glyph;
    RailStatus m_status = RailStatus::none;
};

} // namespace weighbridge::widgets
