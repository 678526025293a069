// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace weighbridge::widgets
{

class Label;

/// A surface with a hairline and rounded corners. Put content into body(); a card with a title
/// has a header row to whose right end controls can be added.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    /// `hint` stands beside the title in a quiet colour, such as "requests/s · more is better".
    explicit Card(const QString &title, const QString &hint = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setHint(const QString &hint);
    /// Below the header; margins and spacing are set. Owned by the card.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Adds a control at the right end of the header row. The card takes ownership.
    void addHeaderWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ensureHeader();

    QVBoxLayout *m_body = nullptr;
    QHBoxLayout *m_header = nullptr;
    Label *m_title = nullptr;
    Label *m_hint = nullptr;
};

/// A hairline across a layout, horizontal.
class Divider : public QWidget
{
    Q_OBJECT

public:
    explicit Divider(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace weighbridge::widgets
