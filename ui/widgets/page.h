// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace weighbridge::widgets
{

/// One page of the window: scrolls, tells the top bar its title and buttons, and knows when the
/// window is narrow.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }
    /// Shown at the right of the top bar while the page is; the bar reparents them.
    [[nodiscard]] const QList<QWidget *> &topBarWidgets() const { return m_topBarWidgets; }
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

protected:
    /// What scrolls. Give it a layout; margins are the page's business (see pageMargin()).
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] int pageMargin() const;
    /// A column of its own at the left that does not scroll with the content; see showSide().
    void setSide(QWidget *side);
    void showSide(bool show);
    void addTopBarWidget(QWidget *widget);
    /// The window became narrow or wide (theme::Spacing::narrowWidth); also called once at first.
    virtual void arrange(bool narrow) = 0;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_title;
    QList<QWidget *> m_topBarWidgets;
    void placeSide();

    QVBoxLayout *m_side = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    bool m_narrow = false;
    bool m_arranged = false;
};

} // namespace weighbridge::widgets
