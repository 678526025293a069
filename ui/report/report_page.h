// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/report/report_document.h"
#include "ui/session/project_session.h"
#include "ui/widgets/page.h"

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::report_page
{

class ReportPreview;

/// Choose sections, see the pages, export them.
class ReportPage : public widgets::Page
{
    Q_OBJECT

public:
    explicit ReportPage(session::ProjectSession &session, QWidget *parent = nullptr);

    /// Asks where to and writes the PDF there.
    void exportPdf();
    /// Writes to `path` and says so on the page.
    void exportPdfTo(const QString &path);

protected:
    void arrange(bool narrow) override;
    void showEvent(QShowEvent *event) override;

private:
    struct SectionRow {
        report::Section section;
        QCheckBox *box = nullptr;
    };

    [[nodiscard]] QWidget *makeSections();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeExport();
    void schedule();
    void refresh();
    [[nodiscard]] report::Content currentContent() const;
    [[nodiscard]] Paper paper() const;
    void askForFile(const QString &title, const QString &suffix,
                    const std::function<void(const QString &path)> &write);
    void showOutcome(const QString &path, const Outcome &outcome);

    session::ProjectSession &m_session;
    QWidget *m_panel = nullptr;
    std::vector<SectionRow> m_sections;
    QLineEdit *m_client = nullptr;
    QComboBox *m_paper = nullptr;
    widgets::Label *m_outcome = nullptr;
    ReportPreview *m_preview = nullptr;
    bool m_stale = true;
};

} // namespace weighbridge::report_page
