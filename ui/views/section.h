// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::views
{

/// A heading, a sentence and what belongs to it.
class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(const QString &title, QWidget *parent = nullptr);

    /// An empty text takes no room.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    widgets::Label *m_text = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace weighbridge::views
