// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"
#include "core/knowledge/levels.h"
#include "core/knowledge/parts.h"
#include "core/storage/project.h"
#include "ui/insight/insight_card.h"
#include "ui/models/project_session.h"
#include "ui/theme/theme.h"
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

private:
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{
const std::array kPanels{"change", "split", "capacity", "group", "map", "robustness"};

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
        decision = knowledge::atLevel(decision, knowledge::builtInCatalogue(),
                                      decision::Level::frameworks);
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
    models::ProjectSession session;
    storage::Project project = storage::sampleProject();
    project.decision = subject(kind, filled);
    QCOMPARE(decision::firstDefect(project.decision), QString());
    session.begin(project, {});
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins({});
    auto *card = new insight::InsightCard(session);
    layout->addWidget(card);
    window.resize(width, 400);
    window.show();
    card->findChild<widgets::SegmentedControl *>(QStringLiteral("insight"))->setCurrentIndex(panel);
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    QVERIFY2(window.minimumSizeHint().width() <= width,
             qPrintable(QString::number(window.minimumSizeHint().width())));
    window.resize(width, window.hasHeightForWidth() ? window.layout()->totalHeightForWidth(width)
                                                    : window.minimumSizeHint().height());
    QCoreApplication::processEvents();
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("screenshots")));
    QVERIFY(window.grab().save(
        folder.filePath(QStringLiteral("screenshots/insight-%1.png")
                            .arg(QString::fromLatin1(QTest::currentDataTag())))));
}

QTEST_MAIN(InsightPicturesTest)
#include "test_insight_pictures.moc"
