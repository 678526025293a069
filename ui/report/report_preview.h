// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_document.h"

#include <QWidget>

#include <optional>

namespace weighbridge::report_page
{

/// The pages of a report below each other, as paper, as wide as there is room.
class ReportPreview : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPreview(QWidget *parent = nullptr);

    void setDocument(ReportDocument document);
    void setZoom(double zoom); ///< of the width that fits
    [[nodiscard]] double zoom() const { return m_zoom; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] double scale() const;
    void fitHeight();

    std::optional<ReportDocument> m_document;
    double m_zoom = 1;
};

} // namespace weighbridge::report_page
