// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

#include <optional>

namespace weighbridge::widgets
{

/// Where a rating comes from.
enum class RatingOrigin { source, edited, measured };

/// How well an alternative meets a need: five pips in the alternative's colour, its words below.
/// Click, drag, type 1–5, arrows ±0.5 and Page keys ±1; Delete means not known. A dot marks the
/// value of the source once the rating differs from it. A measured rating may lie outside 1…5: the
/// pips then end full or empty and a badge shows the number. The slider value underneath counts
/// half steps (2…10); use rating() and ratingEdited().
class RatingEdit : public QAbstractSlider
{
    Q_OBJECT

public:
    static constexpr double lowest = 1.0;
    static constexpr double highest = 5.0;

    /// `alternativeId` picks the colour, such as "go".
    explicit RatingEdit(const QString &alternativeId, QWidget *parent = nullptr);

    /// None if nobody has rated it: all pips are empty.
    [[nodiscard]] std::optional<double> rating() const { return m_rating; }
    /// Does not emit ratingEdited().
    void setRating(std::optional<double> rating, RatingOrigin origin = RatingOrigin::source);
    [[nodiscard]] RatingOrigin origin() const { return m_origin; }
    /// The value read from the source, marked by a dot where the rating differs.
    void setSourceRating(std::optional<double> rating);
    /// The source's words, a line or several, broken further where the widget is narrow. A
    /// `warning` puts ⚠ before them and is the tooltip, which otherwise are the words themselves: a
    /// word that is wider than the widget is cut.
    void setWording(const QString &wording, const QString &warning = {});
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Value for people: "3.5 of 5", "not rated", "6.2, above the scale".
    [[nodiscard]] QString valueText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person chose a rating (1…5 in half steps). During a drag it comes with every step;
    /// sliderPressed() and sliderReleased() frame the drag.
    void ratingEdited(double rating);
    /// Delete or Backspace: the rating is not known.
    void ratingCleared();
    /// Enter, a click on the words or the context menu: the person wants to know more.
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void sliderChange(SliderChange change) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRectF pipRect(int index) const;
    [[nodiscard]] double pipPosition(double rating) const;
    [[nodiscard]] double ratingAt(double x) const;
    void edit(double rating);
    void paintPips(QPainter &painter) const;
    void paintWording(QPainter &painter) const;
    /// Breaks the words for the width of now, and asks for the height that takes.
    void breakLines();

    QString m_alternativeId;
    std::optional<double> m_rating;
    std::optional<double> m_source;
    RatingOrigin m_origin = RatingOrigin::source;
    QString m_wording;
    QStringList m_lines;
    QString m_warning;
    bool m_readOnly = false;
    bool m_updating = false;
};

} // namespace weighbridge::widgets
