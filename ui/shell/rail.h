// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace weighbridge::widgets
{
class IconButton;
class RailButton;
enum class RailStatus;
} // namespace weighbridge::widgets

class QButtonGroup;
class QVBoxLayout;

namespace weighbridge::shell
{

/// The pages, one button each; appearance and settings at the foot.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void setCurrent(int page);
    void setBenchmarkStatus(widgets::RailStatus status, const QString &words);
    [[nodiscard]] widgets::IconButton *appearanceButton() const { return m_appearance; }
    [[nodiscard]] widgets::IconButton *settingsButton() const { return m_settings; }

Q_SIGNALS:
    void chosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QButtonGroup *m_group = nullptr;
    std::vector<widgets::RailButton *> m_buttons;
    widgets::IconButton *m_appearance = nullptr;
    widgets::IconButton *m_settings = nullptr;
};

} // namespace weighbridge::shell
