// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_runs.h"
#include "pictures.h"
#include "shown_window.h"

#include "core/knowledge/comparison.h"
#include "ui/report/pdf_export.h"
#include "ui/report/report_document.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>

using namespace weighbridge;
using testing::ShownWindow;

/// The report as a page and as a PDF, for two languages and for seven frameworks.
class ReportPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachStateFitsItsWindow_data();
    void eachStateFitsItsWindow();
    void everyPageHasItsBlocks_data();
    void everyPageHasItsBlocks();

private:
    static storage::Project project(bool frameworks);

    std::unique_ptr<theme::Theme> m_theme;
};

void ReportPageTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

storage::Project ReportPageTest::project(bool frameworks)
{
    ShownWindow window;
    storage::Project made = window.project().project();
    made.title = QStringLiteral("Ride-matching backend");
    made.client = QStringLiteral("Example Ltd");
    for (const auto &run : testing::madeUpQuickSet())
        made.runs.push_back(run);
    if (frameworks)
        made.decision = knowledge::withComparison(made.decision, knowledge::builtInCatalogue(),
                                                  decision::Comparison::frameworks);
    made.decision =
        evidence::withProposals(made.decision, evidence::propose(made.decision, made.runs));
    made.decision.capacity.peakRequestsPerSecond = 12'000;
    return made;
}

void ReportPageTest::eachStateFitsItsWindow_data()
{
    testing::addPictureRows({QStringLiteral("report-seven")});
}

void ReportPageTest::eachStateFitsItsWindow()
{
    QFETCH(QSize, size);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    QVERIFY(testing::drawPage(QString::fromLatin1(QTest::currentDataTag()), size,
                              shell::MainWindow::reportPage, [](ShownWindow &window) {
                                  for (const auto &run : testing::madeUpQuickSet())
                                      window.project().addRun(run);
                              }));
    m_theme->setAppearance(theme::Appearance::light);
}

void ReportPageTest::everyPageHasItsBlocks_data()
{
    QTest::addColumn<bool>("frameworks");
    QTest::newRow("languages") << false;
    QTest::newRow("frameworks") << true;
}

void ReportPageTest::everyPageHasItsBlocks()
{
    QFETCH(bool, frameworks);
    const report::Content content = report::contentOf(project(frameworks), QDate(2026, 11, 24));
    const report_page::ReportDocument document(content, report_page::Paper::a4);
    QVERIFY(document.pageCount() >= 3);
    // Nothing is drawn beyond the margins of a page.
    for (int number = 0; number < document.pageCount(); ++number) {
        QImage image(document.pageSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        document.paintPage(painter, number);
        painter.end();
        for (const int x : {2, image.width() - 3}) {
            for (int y = 0; y < image.height(); ++y)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
        }
    }
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("screenshots")));
    QVERIFY(report_page::exportPdf(
        content, report_page::Paper::a4,
        folder.filePath(QStringLiteral("screenshots/report-%1.pdf")
                            .arg(QString::fromLatin1(QTest::currentDataTag())))));
}

QTEST_MAIN(ReportPageTest)
#include "report_page_test.moc"
