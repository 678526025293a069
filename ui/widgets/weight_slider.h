// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <optional>

namespace weighbridge::widgets
{

/// The weight of a need, 0…10. ▴ below the track marks the weight at which the two leaders tie, in
/// the colour of the one that takes the lead there. Arrows ±1, Page keys ±2, Home and End; a click
/// goes to the place. sliderPressed() and sliderReleased() frame a drag (one undo entry).
class WeightSlider : public QSlider
{
    Q_OBJECT

public:
    static constexpr int maximumWeight = 10;

    explicit WeightSlider(QWidget *parent = nullptr);

    /// `weight` in 0…10, or none if no weight flips the answer. `description` says the same in
    /// words, for tooltip and screen reader.
    void setTie(std::optional<double> weight, const QString &leaderId, const QString &description);
    [[nodiscard]] std::optional<double> tie() const { return m_tie; }
    /// A ring on the track where the weight stood before answers and rules moved it. `description` says why;
    /// it follows the words of setTie().
    void setRuleMark(std::optional<double> before, const QString &description);
    [[nodiscard]] std::optional<double> ruleMark() const { return m_before; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double positionOf(double weight) const;
    void describe();
    void paintTie(QPainter &painter) const;
    void paintRuleMark(QPainter &painter) const;

    std::optional<double> m_tie;
    QString m_leaderId;
    QString m_tieText;
    std::optional<double> m_before;
    QString m_ruleText;
};

} // namespace weighbridge::widgets
