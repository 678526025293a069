// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QLabel>

namespace weighbridge::widgets
{

/// Whether the digits of a label have one width.
enum class Digits { proportional, tabular };

/// Text in a step of the type scale and a meaning, which follows the theme and the text size.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text, theme::TextRole role = theme::TextRole::body,
                   theme::Tone tone = theme::Tone::primary, QWidget *parent = nullptr);

    void setTone(theme::Tone tone);
    /// Tabular for a number that changes or lines up in a column.
    void setDigits(Digits digits);
    /// Text in the colour of a framework or language, made readable; empty returns to the tone.
    void setSeries(const QString &frameworkOrLanguageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    theme::TextRole m_role;
    theme::Tone m_tone;
    Digits m_digits = Digits::proportional;
    QString m_series;
    bool m_refreshing = false;
};

/// One line that ends in "…" when there is no room; the whole text is its tooltip then.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, theme::TextRole role = theme::TextRole::body,
                         theme::Tone tone = theme::Tone::primary, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace weighbridge::widgets
