// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_run.h"

#include "core/evidence/capacity.h"
#include "ui/charts/weight_map_chart.h"
#include "ui/session/project_session.h"
#include "ui/theme/theme.h"
#include "ui/views/map_panel.h"
#include "ui/views/views_card.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace weighbridge;

/// The closer look through its controls, on the sample project.
class InsightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aPanelIsMadeWhenItIsFirstChosen();
    void aPersonStartsWithTheWeightsOfTheTable();
    void aRemovedPersonComesBackByUndo();
    void commonWeightsGoIntoTheTableInOneStep();
    void usualPartsEachTakeALanguage();
    void aCostlySecondLanguageIsNotTaken();
    void capacityAsksForThePeakAndThenForAMeasurement();
    void aMeasuredAlternativeGetsCoresAndCost();
    void aClickIntoTheMapSetsTheWeights();
    void arrowsMoveTheMarkerOfTheMap();
    void aNeedThatChangesItsCornerSwaps();
    void aCornerHeavierThanTenShrinksTheOthers();
    void everyControlHasAName();

private:
    enum Panel { change, split, capacity, group, map, robustness };

    void choose(Panel panel);
    template <typename Widget = QWidget> Widget *find(const char *name)
    {
        return m_card->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }
    void enterName(const char *name);
    [[nodiscard]] const decision::Decision &decision() const { return m_session->decision(); }

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<session::ProjectSession> m_session;
    std::unique_ptr<views::ViewsCard> m_card;
};

void InsightTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void InsightTest::init()
{
    m_session = std::make_unique<session::ProjectSession>();
    m_card = std::make_unique<views::ViewsCard>(*m_session);
    m_card->resize(900, 600);
    m_card->show();
}

void InsightTest::cleanup()
{
    m_card.reset();
    m_session.reset();
}

void InsightTest::choose(Panel panel)
{
    find<widgets::SegmentedControl>("insight")->setCurrentIndex(panel);
}

void InsightTest::enterName(const char *name)
{
    auto *dialog = m_card->findChild<QInputDialog *>();
    dialog->setTextValue(QString::fromLatin1(name));
    dialog->accept();
    delete dialog;
}

void InsightTest::aPanelIsMadeWhenItIsFirstChosen()
{
    QVERIFY(find("insight.change")->isVisible());
    QVERIFY(!find("insight.group"));
    choose(group);
    QVERIFY(find("insight.group")->isVisible());
    QVERIFY(!find("insight.change")->isVisible());
    choose(change);
    QVERIFY(find("insight.change")->isVisible());
    QVERIFY(!find("insight.group")->isVisible());
}

void InsightTest::aPersonStartsWithTheWeightsOfTheTable()
{
    choose(group);
    click("group.first");
    enterName("Ada");
    QCOMPARE(decision().people.size(), std::size_t(1));
    QCOMPARE(decision().people.front().name, QStringLiteral("Ada"));
    QCOMPARE(decision().people.front().weights.front().weight, decision().needs.front().weight);
    QCOMPARE(find<QLabel>("leader.person-1")->text(), QStringLiteral("Go"));
    QVERIFY(!find("group.first")->isVisible());
    // Later weights of the table are not hers.
    m_session->setWeight(0, 0);
    QVERIFY(decision().people.front().weights.front().weight > 0);
}

void InsightTest::aRemovedPersonComesBackByUndo()
{
    choose(group);
    click("group.first");
    enterName("Ada");
    find<QDoubleSpinBox>("amount.person-1")->setValue(2);
    QCOMPARE(decision().people.front().influence, 2.0);
    decision::Decision without = decision();
    without.people.clear();
    m_session->change(QStringLiteral("Remove"), without);
    QVERIFY(find("group.first")->isVisible());
    m_session->undoStack().undo();
    QCOMPARE(find<QDoubleSpinBox>("amount.person-1")->value(), 2.0);
}

void InsightTest::commonWeightsGoIntoTheTableInOneStep()
{
    decision::Decision two = decision();
    const QString a = two.needs[0].id;
    const QString b = two.needs[1].id;
    two.people = {{QStringLiteral("x"), QStringLiteral("Ada"), 1, {{a, 10}}},
                  {QStringLiteral("y"), QStringLiteral("Grace"), 3, {{b, 5}}}};
    m_session->change(QStringLiteral("Add"), two);
    choose(group);
    QCOMPARE(find<QLabel>("leader.x")->text(), QStringLiteral("Go"));
    QCOMPARE(find<QLabel>("leader.y")->text(), QStringLiteral("Python"));
    const int steps = m_session->undoStack().count();
    click("group.use");
    QCOMPARE(m_session->undoStack().count(), steps + 1);
    QVERIFY(std::abs(decision().needs[0].weight - 10.0 / 3) < 1e-12);
    QCOMPARE(decision().needs[1].weight, 10.0);
    QCOMPARE(decision().needs[2].weight, 0.0);
}

void InsightTest::usualPartsEachTakeALanguage()
{
    choose(split);
    click("split.usual");
    QCOMPARE(decision().parts.size(), std::size_t(4));
    QCOMPARE(find<QLabel>("leader.gateway")->text(), QStringLiteral("Go"));
    QVERIFY(!find<QLabel>("split.sentence")->text().isEmpty());
    m_session->undoStack().undo();
    QVERIFY(find("split.usual")->isVisible());
}

void InsightTest::aCostlySecondLanguageIsNotTaken()
{
    choose(split);
    click("split.usual");
    auto *cost = find<QSlider>("split.cost");
    cost->setValue(0);
    QCOMPARE(find<QLabel>("leader.ml-service")->text(), QStringLiteral("Python"));
    cost->setValue(cost->maximum());
    QCOMPARE(decision().furtherLanguageCost, 2.0);
    QCOMPARE(find<QLabel>("leader.ml-service")->text(), find<QLabel>("leader.gateway")->text());
}

void InsightTest::capacityAsksForThePeakAndThenForAMeasurement()
{
    choose(capacity);
    QVERIFY(!find("capacity.measure.go"));
    find<QDoubleSpinBox>("capacity.peak")->setValue(12'000);
    QCOMPARE(decision().capacity.peakRequestsPerSecond, 12'000.0);
    const QSignalSpy asked(m_card.get(), &views::ViewsCard::measureRequested);
    click("capacity.measure.go");
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().toString(), QStringLiteral("json"));
    QVERIFY(asked.front().back().toStringList().contains(QStringLiteral("gin")));
}

void InsightTest::aMeasuredAlternativeGetsCoresAndCost()
{
    m_session->addRun(std::make_shared<const results::BenchmarkResult>(testing::sampleRun()));
    choose(capacity);
    find<QDoubleSpinBox>("capacity.peak")->setValue(1'000'000);
    // Measured alone is not enough: nothing of a run enters the decision before it is applied.
    QVERIFY(!evidence::capacities(decision(), m_session->project().runs).front().capacity);
    QVERIFY(!find("capacity.measure.go"));
    m_session->applyProposals(m_session->proposals());
    find<QDoubleSpinBox>("capacity.price")->setValue(49);
    QVERIFY(decision().capacity.priceDate.isValid());
    QVERIFY(!find("capacity.measure.go"));
    const auto results = evidence::capacities(decision(), m_session->project().runs);
    QVERIFY(results.front().capacity);
    QStringList texts;
    for (const QLabel *label : find("insight.capacity")->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(results.front().targetName));
    QVERIFY(!find<QLabel>("capacity.comparison")->text().isEmpty());
}

void InsightTest::aClickIntoTheMapSetsTheWeights()
{
    choose(map);
    QCoreApplication::processEvents();
    auto *view = find("map.view");
    const decision::Decision before = decision();
    const charts::WeightTriangle triangle(view->rect(), charts::ChartLook::screen());
    const auto needs = *decision::needsToMap(before);
    QTest::mouseClick(view, Qt::LeftButton, {}, triangle.pointOf({0.2, 0.5, 0.3}).toPoint());
    const double common = before.needs[needs[0]].weight + before.needs[needs[1]].weight +
                          before.needs[needs[2]].weight;
    QVERIFY(std::abs(decision().needs[needs[1]].weight - 0.5 * common) < 0.2);
    QCOMPARE(m_session->undoStack().count(), 1);
    m_session->undoStack().undo();
    QVERIFY(decision() == before);
}

void InsightTest::arrowsMoveTheMarkerOfTheMap()
{
    choose(map);
    auto *view = find("map.view");
    const auto needs = *decision::needsToMap(decision());
    const double before = decision().needs[needs[1]].weight;
    QTest::keyClick(view, Qt::Key_Left);
    QVERIFY(decision().needs[needs[1]].weight > before);
    QVERIFY(!view->accessibleDescription().isEmpty());
}

void InsightTest::aNeedThatChangesItsCornerSwaps()
{
    choose(map);
    auto *top = find<QComboBox>("map.need1");
    auto *left = find<QComboBox>("map.need2");
    const QString onTop = top->currentText();
    const QString atLeft = left->currentText();
    const int index = top->findText(atLeft);
    top->setCurrentIndex(index);
    Q_EMIT top->activated(index);
    QCOMPARE(top->currentText(), atLeft);
    QCOMPARE(left->currentText(), onTop);
}

void InsightTest::aCornerHeavierThanTenShrinksTheOthers()
{
    decision::Decision table;
    for (const double weight : {8.0, 8.0, 4.0, 5.0}) {
        decision::Need need;
        need.weight = weight;
        table.needs.push_back(need);
    }
    const decision::Decision after = views::withParts(table, {0, 1, 2}, {1, 0, 0});
    QCOMPARE(after.needs[0].weight, 10.0);
    QCOMPARE(after.needs[1].weight, 0.0);
    QCOMPARE(after.needs[3].weight, 2.5); // a fifth of the whole, as before
}

void InsightTest::everyControlHasAName()
{
    decision::Decision filled = decision();
    filled.people = {{QStringLiteral("x"), QStringLiteral("Ada"), 1, {}}};
    filled.parts = {{QStringLiteral("y"), QStringLiteral("Gateway"), 1, {}}};
    filled.capacity.peakRequestsPerSecond = 1'000;
    m_session->change(QStringLiteral("Fill"), filled);
    for (const Panel panel : {change, split, capacity, group, map, robustness})
        choose(panel);
    QStringList unnamed;
    for (const QWidget *widget : m_card->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() ||
                           (button && !button->text().isEmpty()) ||
                           qobject_cast<const QComboBox *>(widget); // named by the label before it
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !named &&
            !widget->inherits("QComboBoxListView") &&
            !widget->objectName().startsWith(QLatin1String("qt_")))
            unnamed.append(QString::fromLatin1(widget->metaObject()->className()) +
                           QLatin1Char(' ') + widget->objectName());
    }
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
}

QTEST_MAIN(InsightTest)
#include "views_test.moc"
