// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/report_page.h"

#include "core/base/file_text.h"
#include "core/report/report_format.h"
#include "ui/report/pdf_export.h"
#include "ui/report/report_preview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace weighbridge::report_page
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

QString sectionName(report::Section section)
{
    switch (section) {
    case report::Section::recommendation:
        return ReportPage::tr("Recommendation");
    case report::Section::table:
        return ReportPage::tr("Decision table");
    case report::Section::why:
        return ReportPage::tr("Why");
    case report::Section::chance:
        return ReportPage::tr("Chance of being best");
    case report::Section::views:
        return ReportPage::tr("A closer look");
    case report::Section::benchmark:
        return ReportPage::tr("Benchmarks");
    case report::Section::published:
        return ReportPage::tr("Published vs measured");
    case report::Section::claims:
        return ReportPage::tr("The article’s claims");
    case report::Section::flips:
        return ReportPage::tr("What would change it");
    case report::Section::method:
        return ReportPage::tr("Method and source");
    }
    return {};
}
} // namespace

ReportPage::ReportPage(session::ProjectSession &session, QWidget *parent)
    : Page(tr("Report"), parent), m_session(session)
{
    m_preview = new ReportPreview;
    m_panel = new QWidget;
    auto *panel = new QVBoxLayout(m_panel);
    panel->setContentsMargins({});
    panel->setSpacing(Spacing::cardGap);
    panel->addWidget(makeSections());
    panel->addWidget(makeForm());
    panel->addWidget(makeExport());
    panel->addStretch();
    setSide(m_panel);
    auto *pages = new QVBoxLayout(content());
    pages->setContentsMargins({});
    pages->addWidget(m_preview);

    auto *zoom = new widgets::IconButton(theme::Glyph::zoomIn, tr("Larger preview"));
    zoom->setObjectName(QStringLiteral("report.zoom"));
    connect(zoom, &QAbstractButton::clicked, this, [this, zoom] {
        const bool larger = m_preview->zoom() > 1;
        m_preview->setZoom(larger ? 1 : 1.25);
        zoom->setGlyph(larger ? theme::Glyph::zoomIn : theme::Glyph::zoomOut,
                       larger ? tr("Larger preview") : tr("Smaller preview"));
    });
    addTopBarWidget(zoom);

    connect(&session, &session::ProjectSession::projectReplaced, this, &ReportPage::schedule);
    connect(&session, &session::ProjectSession::decisionChanged, this, &ReportPage::schedule);
    connect(&session, &session::ProjectSession::runsChanged, this, &ReportPage::schedule);
    connect(&session, &session::ProjectSession::titleChanged, this, &ReportPage::schedule);
    connect(&session, &session::ProjectSession::clientChanged, this, &ReportPage::schedule);
}

void ReportPage::arrange(bool narrow)
{
    m_panel->setFixedWidth(narrow ? theme::SideWidth::settingsNarrow : theme::SideWidth::settings);
}

QWidget *ReportPage::makeSections()
{
    auto *card = new widgets::Card(tr("Sections"));
    for (const report::Section section : report::allSections()) {
        auto *box = new QCheckBox(sectionName(section));
        box->setChecked(true);
        box->setObjectName(QStringLiteral("section.%1").arg(int(section)));
        connect(box, &QCheckBox::toggled, this, &ReportPage::schedule);
        card->body()->addWidget(box);
        m_sections.push_back({section, box});
    }
    return card;
}

QWidget *ReportPage::makeForm()
{
    auto *card = new widgets::Card;
    const auto addRow = [card](const QString &text, QWidget *field) {
        auto *row = new QHBoxLayout;
        auto *label = new widgets::Label(text, TextRole::body, Tone::secondary);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, 1);
        card->body()->addLayout(row);
    };
    m_client = new QLineEdit;
    m_client->setObjectName(QStringLiteral("report.client"));
    m_client->setPlaceholderText(tr("Who it is for"));
    connect(m_client, &QLineEdit::editingFinished, this,
            [this] { m_session.setClient(m_client->text().trimmed()); });
    m_paper = new QComboBox;
    m_paper->setObjectName(QStringLiteral("report.paper"));
    m_paper->addItems({tr("A4"), tr("Letter")});
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ReportPage::schedule);
    addRow(tr("Client"), m_client);
    addRow(tr("Paper"), m_paper);
    return card;
}

QWidget *ReportPage::makeExport()
{
    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    auto *pdf = widgets::makeButton(tr("Export PDF"), theme::Kind::hero, theme::Glyph::download);
    pdf->setObjectName(QStringLiteral("report.pdf"));
    pdf->setToolTip(tr("Export PDF (Ctrl+E)"));
    connect(pdf, &QAbstractButton::clicked, this, &ReportPage::exportPdf);
    layout->addWidget(pdf);
    auto *others = new QHBoxLayout;
    for (const report::ReportFormat &format : report::reportFormats()) {
        auto *button = widgets::makeButton(format.title);
        button->setObjectName(QStringLiteral("report.") + format.id);
        connect(button, &QAbstractButton::clicked, this, [this, &format] {
            askForFile(tr("Export %1").arg(format.title), format.id,
                       [this, &format](const QString &path) {
                           showOutcome(path, writeFile(path, format.write(currentContent())));
                       });
        });
        others->addWidget(button, 1);
    }
    layout->addLayout(others);
    m_outcome = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_outcome->setObjectName(QStringLiteral("report.outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_outcome, &QLabel::linkActivated, this,
            [](const QString &link) { QDesktopServices::openUrl(QUrl(link)); });
    m_outcome->hide();
    layout->addWidget(m_outcome);
    return panel;
}

Paper ReportPage::paper() const
{
    return m_paper->currentIndex() == 0 ? Paper::a4 : Paper::letter;
}

report::Content ReportPage::currentContent() const
{
    std::vector<report::Section> sections;
    for (const SectionRow &row : m_sections) {
        if (row.box->isChecked())
            sections.push_back(row.section);
    }
    return report::contentOf(m_session.project(), QDate::currentDate(), sections);
}

void ReportPage::schedule()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void ReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        refresh();
}

void ReportPage::refresh()
{
    m_stale = false;
    m_client->setText(m_session.project().client);
    const bool measured = !m_session.project().runs.empty();
    for (const SectionRow &row : m_sections) {
        if (row.section != report::Section::benchmark)
            continue;
        row.box->setEnabled(measured);
        row.box->setToolTip(measured ? QString() : tr("Run a benchmark first"));
    }
    m_preview->setDocument(ReportDocument(currentContent(), paper()));
}

void ReportPage::exportPdf()
{
    askForFile(tr("Export PDF"), QStringLiteral("pdf"),
               [this](const QString &path) { exportPdfTo(path); });
}

void ReportPage::askForFile(const QString &title, const QString &suffix,
                            const std::function<void(const QString &path)> &write)
{
    QString name = m_session.project().title;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(this, title, QStringLiteral("%1/%2.%3").arg(folder, name, suffix),
                        QStringLiteral("*.%1").arg(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void ReportPage::exportPdfTo(const QString &path)
{
    showOutcome(path, report_page::exportPdf(currentContent(), paper(), path));
}

void ReportPage::showOutcome(const QString &path, const Outcome &outcome)
{
    const QFileInfo file(path);
    const auto link = [](const QString &target, const QString &text) {
        return QStringLiteral("<a href=\"%1\">%2</a>")
            .arg(QUrl::fromLocalFile(target).toString(QUrl::FullyEncoded), text);
    };
    m_outcome->setTone(outcome ? Tone::secondary : Tone::err);
    m_outcome->setText(outcome ? tr("Saved %1 · %2 · %3")
                                     .arg(file.fileName().toHtmlEscaped(), link(path, tr("Open")),
                                          link(file.absolutePath(), tr("Show in folder")))
                               : outcome.error().message().toHtmlEscaped());
    m_outcome->show();
}

} // namespace weighbridge::report_page
