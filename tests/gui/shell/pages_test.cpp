// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"
#include "shown_window.h"

#include "ui/theme/theme.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QTest>

using namespace weighbridge;
using testing::ShownWindow;

/// Draws every page in every state, in two sizes, light and dark. The pictures stay in the build
/// folder for people: screenshots/<page>-<size>-<scheme>.png.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachPageFitsItsWindow_data();
    void eachPageFitsItsWindow();
    void aCellTellsWhatIsKnownAboutIt_data();
    void aCellTellsWhatIsKnownAboutIt();
    void aRunIsDrawnWhileItRuns();
    void everyControlHasAName();

private:
    static void putInto(ShownWindow &window, const QString &state);
    static void keep(const QWidget &window, const QString &name);

    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

std::shared_ptr<const results::BenchmarkResult> shared(results::BenchmarkResult run)
{
    return std::make_shared<const results::BenchmarkResult>(std::move(run));
}

results::BenchmarkResult failedRun()
{
    results::BenchmarkResult run = testing::sampleRun();
    results::TargetResult &fastapi = run.results.back();
    fastapi.rounds.clear();
    fastapi.state = results::TargetState::failed;
    fastapi.valid = false;
    fastapi.failure = QStringLiteral("Port 8005 is already in use by pid 4127.");
    return run;
}

results::BenchmarkResult cancelledRun()
{
    results::BenchmarkResult run = testing::sampleRun();
    run.cancelled = true;
    results::TargetResult &fastapi = run.results.back();
    fastapi.rounds.resize(1);
    fastapi.rounds.front().samples.resize(60);
    fastapi.state = results::TargetState::partial;
    return run;
}

void addEveryNeed(session::ProjectSession &project)
{
    for (const decision::Need &need : project.catalogue().languages.needs) {
        if (!project.decision().findNeed(need.id))
            QVERIFY(project.addNeed(need.id));
    }
}

} // namespace

void PagesTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
    m_theme->setReduceMotion(true);
}

void PagesTest::putInto(ShownWindow &window, const QString &state)
{
    using Window = shell::MainWindow;
    if (state == QLatin1String("decide-no-weights")) {
        for (std::size_t need = 0; need < window.project().decision().needs.size(); ++need)
            window.project().setWeight(need, 0);
    } else if (state == QLatin1String("decide-measured")) {
        window.project().addRun(shared(testing::sampleRun()));
        window.project().applyProposals(window.project().proposals());
    } else if (state == QLatin1String("decide-own-alternative")) {
        QVERIFY(window.project().addAlternative(QStringLiteral("Rust")));
        QVERIFY(window.project().addNeed(QStringLiteral("Memory safety")));
    } else if (state.startsWith(QLatin1String("decide-frameworks"))) {
        window.project().compare(decision::Comparison::frameworks);
        if (state.endsWith(QLatin1String("excluded")))
            window.project().setMustReach(0, 3.5);
        if (state.endsWith(QLatin1String("all-needs")))
            addEveryNeed(window.project());
    } else if (state == QLatin1String("decide-excluded")) {
        window.project().setMustReach(0, 4);
    } else if (state == QLatin1String("decide-nothing-left")) {
        window.project().setMustReach(0, 4);
        window.project().setMustReach(1, 4);
    } else if (state == QLatin1String("decide-own-list")) {
        window.project().compare(decision::Comparison::own);
    } else if (state == QLatin1String("decide-questions") ||
               state == QLatin1String("decide-all-questions") ||
               state == QLatin1String("decide-rules")) {
        QVERIFY(window.project().answer(QStringLiteral("services"), QStringLiteral("4")));
        QVERIFY(
            window.project().answer(QStringLiteral("platform"), QStringLiteral("cloud-native")));
        QVERIFY(window.project().answer(QStringLiteral("product"), QStringLiteral("api")));
        const bool questions = state.endsWith(QLatin1String("questions"));
        window
            .find<QAbstractButton>(questions ? QStringLiteral("questions")
                                             : QStringLiteral("rules"))
            ->click();
        if (state == QLatin1String("decide-all-questions"))
            window.find<QAbstractButton>(QStringLiteral("interview.all"))->click();
        else if (questions)
            QTRY_VERIFY_WITH_TIMEOUT(
                !window.find<QLabel>(QStringLiteral("guide.question"))->text().isEmpty(), 60'000);
    } else if (state == QLatin1String("benchmark-done") ||
               state == QLatin1String("compare-measured") ||
               state == QLatin1String("report-measured")) {
        const auto run = shared(testing::sampleRun());
        window.project().addRun(run);
        window.benchmark().show(run);
    } else if (state == QLatin1String("benchmark-failed")) {
        window.benchmark().show(shared(failedRun()));
    } else if (state == QLatin1String("benchmark-cancelled")) {
        window.benchmark().show(shared(cancelledRun()));
    }
    const int page = state.startsWith(QLatin1String("benchmark")) ? int(Window::benchmarkPage)
                     : state.startsWith(QLatin1String("compare")) ? int(Window::comparePage)
                     : state.startsWith(QLatin1String("report"))  ? int(Window::reportPage)
                                                                  : int(Window::decidePage);
    window.window().showPage(page);
}

void PagesTest::keep(const QWidget &window, const QString &name)
{
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("screenshots")));
    QVERIFY(const_cast<QWidget &>(window).grab().save(
        folder.filePath(QStringLiteral("screenshots/%1.png").arg(name))));
}

void PagesTest::eachPageFitsItsWindow_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<theme::Appearance>("appearance");
    const char *states[] = {"decide-frameworks",
                            "decide-frameworks-excluded",
                            "decide-frameworks-all-needs",
                            "decide-excluded",
                            "decide-nothing-left",
                            "decide-own-list",
                            "decide-questions",
                            "decide-all-questions",
                            "decide-rules",
                            "decide",
                            "decide-no-weights",
                            "decide-measured",
                            "decide-own-alternative",
                            "benchmark",
                            "benchmark-done",
                            "benchmark-failed",
                            "benchmark-cancelled",
                            "compare",
                            "compare-measured",
                            "report",
                            "report-measured"};
    const std::pair<QSize, const char *> sizes[] = {{{1440, 900}, "1440x900"},
                                                    {{1024, 700}, "1024x700"}};
    const std::pair<theme::Appearance, const char *> schemes[] = {
        {theme::Appearance::light, "light"}, {theme::Appearance::dark, "dark"}};
    for (const char *state : states) {
        for (const auto &[size, sizeName] : sizes) {
            for (const auto &[appearance, schemeName] : schemes)
                QTest::addRow("%s-%s-%s", state, sizeName, schemeName)
                    << QString::fromLatin1(state) << size << appearance;
        }
    }
}

void PagesTest::eachPageFitsItsWindow()
{
    QFETCH(QString, state);
    QFETCH(QSize, size);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    ShownWindow window(size);
    QVERIFY(window.waitForTargets());
    putInto(window, state);
    // A page is laid out in two passes: its cards, then what scrolls around them.
    for (int pass = 0; pass < 8; ++pass)
        QCoreApplication::processEvents();
    // The tallest page must not make the window grow.
    QCOMPARE(window.window().size(), size);
    keep(window.window(), QString::fromLatin1(QTest::currentDataTag()));
}

void PagesTest::aCellTellsWhatIsKnownAboutIt_data()
{
    QTest::addColumn<theme::Appearance>("appearance");
    QTest::addRow("decide-details-1440x900-light") << theme::Appearance::light;
    QTest::addRow("decide-details-1440x900-dark") << theme::Appearance::dark;
}

void PagesTest::aCellTellsWhatIsKnownAboutIt()
{
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    ShownWindow window;
    window.project().addRun(shared(testing::sampleRun()));
    window.project().applyProposals(window.project().proposals());
    auto *rating = window.find<QWidget>(QStringLiteral("rating.high-traffic.python"));
    QVERIFY(rating);
    QTest::keyClick(rating, Qt::Key_Return);
    auto *details = window.find<QWidget>(QStringLiteral("cell.details"));
    QVERIFY(details);
    QCoreApplication::processEvents();
    // A window of its own: it is drawn onto the picture where it stands.
    QPixmap picture = window.window().grab();
    QPainter painter(&picture);
    painter.drawPixmap(window.window().mapFromGlobal(details->pos()), details->grab());
    painter.end();
    QVERIFY(QDir(QStringLiteral(WEIGHBRIDGE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
    QVERIFY(picture.save(QStringLiteral(WEIGHBRIDGE_BINARY_DIR "/screenshots/%1.png")
                             .arg(QString::fromLatin1(QTest::currentDataTag()))));
    QVERIFY(window.window().rect().contains(window.window().mapFromGlobal(details->pos())));
}

void PagesTest::aRunIsDrawnWhileItRuns()
{
    constexpr std::size_t kSamples = 12;
    m_theme->setAppearance(theme::Appearance::light);
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    window.window().showPage(shell::MainWindow::benchmarkPage);
    results::BenchmarkPlan plan;
    plan.targets = {QStringLiteral("reference")};
    plan.connections = 100;
    plan.rounds = 2;
    plan.duration = std::chrono::seconds(30);
    plan.warmUpCap = std::chrono::milliseconds(500);
    window.benchmark().start(plan);
    QTRY_VERIFY_WITH_TIMEOUT(window.benchmark().track(u"reference")->samples.size() > kSamples,
                             60'000);
    QVERIFY(window.find<QAbstractButton>(QStringLiteral("run.cancel"))->isVisible());
    QVERIFY(!window.find<QAbstractButton>(QStringLiteral("run"))->isEnabled());
    keep(window.window(), QStringLiteral("benchmark-running-1440x900-light"));
    window.benchmark().cancel();
    QTRY_VERIFY_WITH_TIMEOUT(
        window.benchmark().state() != session::BenchmarkSession::State::running, 30'000);
}

void PagesTest::everyControlHasAName()
{
    m_theme->setAppearance(theme::Appearance::light);
    ShownWindow window;
    QVERIFY(window.waitForTargets());
    for (int page = 0; page <= shell::MainWindow::reportPage; ++page)
        window.window().showPage(page);
    QStringList unnamed;
    for (QAbstractButton *button : window.window().findChildren<QAbstractButton *>()) {
        const bool ownedByQt = button->objectName().startsWith(QLatin1String("qt_"));
        if (!ownedByQt && button->text().isEmpty() && button->accessibleName().isEmpty() &&
            button->focusPolicy() != Qt::NoFocus)
            unnamed.append(QString::fromLatin1(button->parent()->metaObject()->className()) +
                           QLatin1Char(' ') + button->objectName());
    }
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
