// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"

#include "core/knowledge/catalogue.h"
#include "core/knowledge/comparison.h"
#include "core/knowledge/parts.h"
#include "core/storage/project.h"
#include "ui/charts/chance_chart.h"
#include "ui/charts/picture.h"
#include "ui/charts/ranking_chart.h"
#include "ui/charts/weight_regions.h"
#include "ui/session/project_session.h"
#include "ui/theme/theme.h"
#include "ui/views/robustness_panel.h"
#include "ui/views/views_card.h"
#include "ui/widgets/segmented_control.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace weighbridge;

/// Draws every panel, empty and filled, with two alternatives and with seven, in two widths and
/// both themes. The pictures stay in the build folder for people: screenshots/insight-….png.
class InsightPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachPanelFitsItsCard_data();
    void eachPanelFitsItsCard();
    void theRobustnessIsDrawnOnceItIsFound_data();
    void theRobustnessIsDrawnOnceItIsFound();
    void sevenAlternativesAreDrawn_data();
    void sevenAlternativesAreDrawn();
    void theRegionsOfAMapFillItsTriangle();

private:
    static void keep(QWidget &widget);
    /// Gives `window` that width and the height that its content takes then.
    static void fit(QWidget &window, int width);
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{
const std::array kPanels{"change", "split", "capacity", "group", "map"};

decision::Person person(const char *name, const decision::Decision &decision, double tilt)
{
    decision::Person person;
    person.id = person.name = QString::fromLatin1(name);
    for (std::size_t k = 0; k < decision.needs.size(); ++k) {
        const double slope = tilt * (double(k) - double(decision.needs.size()) / 2);
        person.weights.push_back(
            {decision.needs[k].id, std::clamp(decision.needs[k].weight + slope, 0.0, 10.0)});
    }
    return person;
}

/// The sample, or the frameworks with must-haves; with people, parts and a peak where `filled`.
decision::Decision subject(const QString &kind, bool filled)
{
    decision::Decision decision = storage::sampleProject().decision;
    if (kind == QLatin1String("seven"))
        decision = knowledge::withComparison(decision, knowledge::builtInCatalogue(),
                                             decision::Comparison::frameworks);
    if (!filled)
        return decision;
    decision.people = {person("Ada", decision, 0), person("Grace", decision, 1.5),
                       person("Linus", decision, -1.5)};
    decision.parts = knowledge::usualParts(decision);
    decision.capacity.peakRequestsPerSecond = 12'000;
    decision.capacity.pricePerInstanceMonth = 49;
    decision.needs.front().mustReach = 3;
    return decision;
}
} // namespace

void InsightPicturesTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void InsightPicturesTest::eachPanelFitsItsCard_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("filled");
    QTest::addColumn<int>("panel");
    QTest::addColumn<int>("width");
    QTest::addColumn<theme::Appearance>("appearance");
    for (std::size_t panel = 0; panel < kPanels.size(); ++panel) {
        const auto add = [&](const char *kind, bool filled, int width, const char *scheme) {
            QTest::addRow("%s-%s-%s-%d-%s", kPanels[panel], kind, filled ? "filled" : "empty",
                          width, scheme)
                << QString::fromLatin1(kind) << filled << int(panel) << width
                << (qstrcmp(scheme, "dark") == 0 ? theme::Appearance::dark
                                                 : theme::Appearance::light);
        };
        add("two", false, 900, "light");
        add("two", true, 900, "light");
        add("two", true, 640, "dark");
        add("seven", true, 640, "light");
        add("seven", true, 900, "dark");
    }
}

void InsightPicturesTest::eachPanelFitsItsCard()
{
    QFETCH(QString, kind);
    QFETCH(bool, filled);
    QFETCH(int, panel);
    QFETCH(int, width);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    session::ProjectSession session;
    storage::Project project = storage::sampleProject();
    project.decision = subject(kind, filled);
    QCOMPARE(decision::firstDefect(project.decision), QString());
    session.begin(project, {});
    if (filled)
        session.addRun(std::make_shared<const results::BenchmarkResult>(testing::sampleRun()));
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins({});
    auto *card = new views::ViewsCard(session);
    layout->addWidget(card);
    window.resize(width, 400);
    window.show();
    card->findChild<widgets::SegmentedControl *>(QStringLiteral("insight"))->setCurrentIndex(panel);
    fit(window, width);
    keep(window);
}

void InsightPicturesTest::fit(QWidget &window, int width)
{
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    QVERIFY2(window.minimumSizeHint().width() <= width,
             qPrintable(QString::number(window.minimumSizeHint().width())));
    window.resize(width, window.hasHeightForWidth() ? window.layout()->totalHeightForWidth(width)
                                                    : window.minimumSizeHint().height());
    QCoreApplication::processEvents();
}

void InsightPicturesTest::theRobustnessIsDrawnOnceItIsFound_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("width");
    QTest::addColumn<theme::Appearance>("appearance");
    QTest::newRow("robustness-two-900-light")
        << QStringLiteral("two") << 900 << theme::Appearance::light;
    QTest::newRow("robustness-two-640-dark")
        << QStringLiteral("two") << 640 << theme::Appearance::dark;
    QTest::newRow("robustness-seven-640-light")
        << QStringLiteral("seven") << 640 << theme::Appearance::light;
    QTest::newRow("robustness-seven-900-dark")
        << QStringLiteral("seven") << 900 << theme::Appearance::dark;
}

void InsightPicturesTest::theRobustnessIsDrawnOnceItIsFound()
{
    QFETCH(QString, kind);
    QFETCH(int, width);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    session::ProjectSession session;
    storage::Project project = storage::sampleProject();
    project.decision = subject(kind, true);
    session.begin(project, {});
    constexpr int kDraws = 5'000;
    auto *panel = new views::RobustnessPanel(session, kDraws);
    widgets::Card card;
    card.body()->addWidget(panel);
    card.resize(width, 400);
    card.show();
    const auto *doubt = panel->findChild<QWidget *>(QStringLiteral("robustness.doubt"));
    const auto *weights = panel->findChild<QWidget *>(QStringLiteral("robustness.central-weights"));
    QTRY_VERIFY_WITH_TIMEOUT(doubt->isVisible(), 60'000);
    QVERIFY(weights->isVisible());
    fit(card, width);
    keep(card);
}

void InsightPicturesTest::keep(QWidget &widget)
{
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("screenshots")));
    QVERIFY(widget.grab().save(
        folder.filePath(QStringLiteral("screenshots/insight-%1.png")
                            .arg(QString::fromLatin1(QTest::currentDataTag())))));
}

void InsightPicturesTest::sevenAlternativesAreDrawn_data()
{
    QTest::addColumn<theme::Appearance>("appearance");
    QTest::newRow("ranking-and-chance-light") << theme::Appearance::light;
    QTest::newRow("ranking-and-chance-dark") << theme::Appearance::dark;
}

void InsightPicturesTest::sevenAlternativesAreDrawn()
{
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    const decision::Decision decision = subject(QStringLiteral("seven"), false);
    const decision::Analysis analysis = decision::analyse(decision);
    QCOMPARE(analysis.order.size(), std::size_t(7));
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(new charts::Picture(
        QStringLiteral("Ranking"),
        [&](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintRanking(painter, rect, decision, analysis, look);
        },
        [&](const charts::ChartLook &look) {
            return charts::rankingHeight(analysis.order.size(), look);
        }));
    layout->addWidget(new charts::Picture(
        QStringLiteral("Chance"),
        [&](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintChance(painter, rect, decision, analysis, look);
        },
        [](const charts::ChartLook &look) { return charts::chanceHeight(look); }));
    window.resize(304, window.sizeHint().height());
    window.show();
    keep(window);
}

void InsightPicturesTest::theRegionsOfAMapFillItsTriangle()
{
    const decision::Decision decision = subject(QStringLiteral("seven"), false);
    const decision::WeightMap map = decision::weightMap(decision, *decision::needsToMap(decision));
    // A right triangle of 100 by 100.
    const charts::WeightRegions regions =
        charts::weightRegions(map, decision.alternatives.size(), [](const auto &parts) {
            return QPointF(100 * parts[1], 100 * parts[2]);
        });
    const auto areaOf = [](const QPainterPath &path) {
        double area = 0;
        for (const QPolygonF &polygon : path.toSubpathPolygons()) {
            for (int i = 0; i + 1 < polygon.size(); ++i)
                area +=
                    (polygon[i].x() * polygon[i + 1].y() - polygon[i + 1].x() * polygon[i].y()) / 2;
        }
        return area;
    };
    double sum = areaOf(regions.tie);
    int led = 0;
    for (const QPainterPath &area : regions.areas) {
        sum += areaOf(area);
        led += area.isEmpty() ? 0 : 1;
    }
    QVERIFY(std::abs(sum - 5'000) < 1e-6);
    QVERIFY(led >= 2);
    QVERIFY(!regions.borders.isEmpty());
}

QTEST_MAIN(InsightPicturesTest)
#include "views_pictures_test.moc"
