// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::shell
{

/// A problem told in the place where it happened, until it is dismissed. Hidden without one.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void showText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::Label *m_text = nullptr;
};

} // namespace weighbridge::shell
